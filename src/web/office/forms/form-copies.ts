import { listAgencies } from '../../../agencies/agency-store.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { drawPaper } from '../../../papers/draw-paper.ts'
import { formLayout } from '../../../papers/form-layout.ts'
import type { Layout } from '../../../papers/layout-profile.ts'
import type { Corner, Sheet } from '../../../papers/sheet.ts'
import { dayOf, formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { formSerial } from '../../../printed-forms/form-serial.ts'
import { type FormKind, isNumbered } from '../../../printed-forms/printed-form.ts'
import { type BatchLine, listForms } from '../../../printed-forms/printed-form-store.ts'
import { formCorner, formSheet } from '../../../procedures/form-sheet.ts'
import { layoutOf } from '../../../procedures/paper-text.ts'
import { printedFormWords } from '../../words/printed-form-words.ts'
import { raiseWords } from '../../words/raise-words.ts'
import { registerWords } from '../../words/register-words.ts'
import type { OfficeRequest } from '../office-route.ts'

/** Where a camera is led by the code on a sheet; short, so that the code has few squares. */
export const FORM_GATE = '/phieu-giay'

/** The boxes of the Portal's own page, in its words; none is ticked. Ballots ask nothing personal. */
export const CONSENTS: Readonly<Record<FormKind, readonly string[]>> = {
  petitionForm: [raiseWords.vi.confidential, raiseWords.vi.publish, raiseWords.vi.agree],
  speechRegistration: [raiseWords.vi.publish, registerWords.vi.agree],
  satisfactionBallot: [],
}

export interface FormCopies {
  sheet: Sheet
  layout: Layout
  corners: Corner[]
}

/** What a batch is printed from: the wording of its kind as it stands, and the foot of each of its sheets. */
export async function formCopies(request: OfficeRequest, dialogue: Dialogue, batch: BatchLine): Promise<FormCopies> {
  const { db, authority } = request
  const printedOn = dayOf(batch.printedAt)
  const issuerAgencyId = dialogue.leadAgencyId ?? (await listAgencies(db, authority.id, { on: printedOn }))[0]?.id
  if (issuerAgencyId === undefined) throw new NotFound('agency')
  const drawn = await drawPaper(db, authority.id, {
    ...{ kind: batch.kind, variant: batch.kind === 'speechRegistration' ? 'printed' : '', today: printedOn },
    ...{ subjectKind: 'dialogue', subjectId: dialogue.id, issuerAgencyId },
  })
  if (!drawn) throw new NotFound('paper')
  const notice = { title: printedFormWords.vi.foot.notice(batch.noticeVersion), lines: batch.noticeText.split('\n') }
  const sheet = formSheet(drawn.sheet, {
    consents: CONSENTS[batch.kind],
    notice: isNumbered(batch.kind) ? notice : null,
  })
  return {
    sheet,
    layout: formLayout(await layoutOf(drawn.branch, printedOn)),
    corners: await cornersOf(request, batch),
  }
}

async function cornersOf(request: OfficeRequest, batch: BatchLine): Promise<Corner[]> {
  const words = printedFormWords.vi.foot
  const whom = batch.forAgency ?? batch.forWhom
  const until = batch.handInUntil ? formatDay(batch.handInUntil) : ''
  const forms = await listForms(request.db, request.authority.id, batch.id)
  const corners = forms.map(({ id, sheet }) => {
    const serial = formSerial(id)
    const numbered = sheet !== null
    return formCorner({
      address: `${request.origin}${FORM_GATE}/${serial}`,
      serial: words.serial(serial),
      which: numbered ? words.which(sheet, batch.number, whom) : words.ballot(batch.number, whom),
      further: numbered
        ? [words.handIn(batch.handInAt, until), batch.kind === 'speechRegistration' ? words.onlineSpeech : words.online]
        : [words.ballotHandIn(batch.handInAt)],
    })
  })
  // one code for the whole pile: every copy the same
  return isNumbered(batch.kind) ? corners : Array.from({ length: batch.copies }, () => corners[0]!)
}
