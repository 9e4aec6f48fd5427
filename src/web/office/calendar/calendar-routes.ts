import type { OfficeRoute } from '../office-route.ts'
import { CALENDAR, downloadYear, showCalendar, showYear } from './calendar-pages.tsx'
import { showYearForm } from './year-form-page.tsx'
import { reviewYear, saveYear } from './year-review-page.tsx'

export const calendarRoutes: OfficeRoute[] = [
  { method: 'GET', url: CALENDAR, permission: 'calendar:read', handle: showCalendar },
  { method: 'GET', url: `${CALENDAR}/:year`, permission: 'calendar:read', handle: showYear },
  { method: 'GET', url: `${CALENDAR}/:year/tep`, permission: 'calendar:read', handle: downloadYear },
  {
    method: 'GET',
    url: `${CALENDAR}/:year/sua`,
    permission: 'calendar:enter',
    handle: (request) => showYearForm(request),
  },
  { method: 'POST', url: `${CALENDAR}/:year/xem-lai`, permission: 'calendar:enter', handle: reviewYear },
  { method: 'POST', url: `${CALENDAR}/:year/luu`, permission: 'calendar:enter', handle: saveYear },
]
