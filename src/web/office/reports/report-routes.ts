import type { OfficeRoute } from '../office-route.ts'
import { AGGREGATE, downloadAggregate, postReminder, showAggregate } from './aggregate-page.tsx'
import { downloadEventResult, EVENTS, showEventEvidence, showEventResult } from './event-result-page.tsx'
import { showEvidence } from './figure-evidence-page.tsx'
import { downloadOversight, showOversight, showTrendPicture } from './oversight-page.tsx'
import { OVERSIGHT } from './oversight-view.ts'
import { downloadReport } from './report-download.ts'
import { postDraft, postSent, showDraftForm, showSentForm } from './report-form-page.tsx'
import {
  postReportForm,
  postShippedForm,
  previewReportForm,
  REPORT_FORMS,
  showReportForm,
  showReportForms,
} from './report-form-pages.tsx'
import { followYear, REPORTS, showReports } from './report-list-page.tsx'
import { showReport } from './report-page.tsx'
import { postAccept, postBegin, postRecount, postReportPaper, showRecord } from './report-record-page.tsx'
import { RECORDS } from './report-record-request.ts'
import {
  postCorrection,
  postReturn,
  postSubmit,
  postText,
  showCorrection,
  showReturn,
  showSubmit,
  showText,
} from './report-writing-pages.tsx'
import { UNIT_FIGURES, UNIT_RECORDS } from './unit-figures.ts'
import { showUnitFigures } from './unit-figures-page.tsx'
import { showUnitRecords } from './unit-records-page.tsx'

const [prepare, sent, judge] = ['report:prepare', 'report:record-sent', 'report:judge'] as const
const adjust = 'report:adjust-forms' as const

export const reportRoutes: OfficeRoute[] = [
  { method: 'GET', url: REPORTS, permission: 'report:read', handle: showReports },
  { method: 'POST', url: `${REPORTS}/theo-doi`, permission: prepare, handle: followYear },
  { method: 'GET', url: `${REPORTS}/:id`, permission: 'report:read', handle: showReport },
  { method: 'GET', url: `${REPORTS}/:id/soan`, permission: prepare, handle: (request) => showDraftForm(request) },
  { method: 'POST', url: `${REPORTS}/:id/soan`, permission: prepare, handle: postDraft },
  { method: 'GET', url: `${REPORTS}/:id/da-gui`, permission: sent, handle: (request) => showSentForm(request) },
  { method: 'POST', url: `${REPORTS}/:id/da-gui`, permission: sent, handle: postSent },
  { method: 'POST', url: `${REPORTS}/:id/lap`, permission: prepare, handle: postBegin },
  { method: 'GET', url: `${RECORDS}/:id`, permission: 'report:read', handle: (request) => showRecord(request) },
  { method: 'GET', url: `${RECORDS}/:id/so`, permission: 'report:read', handle: showEvidence },
  { method: 'GET', url: `${RECORDS}/:id/tai`, permission: 'report:read', handle: downloadReport },
  { method: 'GET', url: `${RECORDS}/:id/sua-so`, permission: prepare, handle: (request) => showCorrection(request) },
  { method: 'POST', url: `${RECORDS}/:id/sua-so`, permission: prepare, handle: postCorrection },
  { method: 'GET', url: `${RECORDS}/:id/loi-van`, permission: prepare, handle: (request) => showText(request) },
  { method: 'POST', url: `${RECORDS}/:id/loi-van`, permission: prepare, handle: postText },
  { method: 'POST', url: `${RECORDS}/:id/tinh-lai`, permission: prepare, handle: postRecount },
  { method: 'GET', url: `${RECORDS}/:id/nop`, permission: 'report:submit', handle: (request) => showSubmit(request) },
  { method: 'POST', url: `${RECORDS}/:id/nop`, permission: 'report:submit', handle: postSubmit },
  { method: 'POST', url: `${RECORDS}/:id/van-ban`, permission: prepare, handle: postReportPaper },
  { method: 'POST', url: `${RECORDS}/:id/nhan`, permission: judge, handle: postAccept },
  { method: 'GET', url: `${RECORDS}/:id/tra-lai`, permission: judge, handle: (request) => showReturn(request) },
  { method: 'POST', url: `${RECORDS}/:id/tra-lai`, permission: judge, handle: postReturn },
  { method: 'GET', url: `${EVENTS}/:id`, permission: 'report:read', handle: showEventResult },
  { method: 'GET', url: `${EVENTS}/:id/so`, permission: 'report:read', handle: showEventEvidence },
  { method: 'GET', url: `${EVENTS}/:id/tai`, permission: 'report:read', handle: downloadEventResult },
  { method: 'GET', url: REPORT_FORMS, permission: adjust, handle: showReportForms },
  { method: 'GET', url: `${REPORT_FORMS}/:mau`, permission: adjust, handle: (request) => showReportForm(request) },
  { method: 'POST', url: `${REPORT_FORMS}/:mau`, permission: adjust, handle: postReportForm },
  { method: 'POST', url: `${REPORT_FORMS}/:mau/xem-truoc`, permission: adjust, handle: previewReportForm },
  { method: 'POST', url: `${REPORT_FORMS}/:mau/cua-chuong-trinh`, permission: adjust, handle: postShippedForm },
  { method: 'POST', url: `${AGGREGATE}/nhac`, permission: 'report:remind', handle: postReminder },
  { method: 'GET', url: AGGREGATE, permission: 'report:oversee', handle: showAggregate },
  { method: 'GET', url: OVERSIGHT, permission: 'report:oversee', handle: showOversight },
  { method: 'GET', url: UNIT_FIGURES, permission: 'report:oversee', handle: showUnitFigures },
  { method: 'GET', url: UNIT_RECORDS, permission: 'report:oversee', handle: showUnitRecords },
  { method: 'GET', url: `${OVERSIGHT}/hinh`, permission: 'report:oversee', handle: showTrendPicture },
  { method: 'GET', url: `${OVERSIGHT}/tai`, permission: 'report:oversee', handle: downloadOversight },
  { method: 'GET', url: `${AGGREGATE}/tai`, permission: 'report:oversee', handle: downloadAggregate },
]
