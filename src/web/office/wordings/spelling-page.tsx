import { setSpelling } from '../../../papers/set-spelling.ts'
import { findSpelling } from '../../../papers/spelling-store.ts'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { wordingWords } from '../../words/wording-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { WORDINGS } from './wording-view.ts'

export const SPELLING = `${WORDINGS}/cach-viet`

/** GET /quan-tri/mau-van-ban/cach-viet – where the tone marks stand on papers. */
export async function showSpelling(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = wordingWords[lang]
  const { uy, oa, version } = await findSpelling(db, authority.id)
  const choices = (samples: Readonly<Record<string, string>>) =>
    Object.entries(samples).map(([value, label]) => ({ value, label }))
  return formPage(request, {
    ...{ title: words.spelling, active: 'administration', meta: words.spellingMeta, refused },
    trail: [
      { href: request.link('/quan-tri'), label: agencyWords[lang].administration },
      { href: request.link(WORDINGS), label: words.wordings },
    ],
    ...{ action: request.link(SPELLING), verb: words.spellingSave, cancelHref: request.link(WORDINGS) },
    values: { uy, oa },
    children: (
      <>
        <input type="hidden" name="versionNo" value={String(version)} />
        <RadioGroupField name="uy" label={words.spellingUy} required choices={choices(words.spellings.uy)} />
        <RadioGroupField name="oa" label={words.spellingOa} required choices={choices(words.spellings.oa)} />
      </>
    ),
  })
}

/** POST /quan-tri/mau-van-ban/cach-viet */
export async function postSpelling(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, setSpelling, {
    onDone: () => redirectTo(request.link(WORDINGS), wordingWords[request.lang].done.spelled),
    onRefused: (refused) => showSpelling(request, refused),
  })
}
