import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { getDialogue } from '../../../dialogues/dialogue-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { listSurveys, type Survey } from '../../../surveys/survey-store.ts'
import { surveyWords } from '../../words/survey-words.ts'
import type { Lang } from '../../words/words.ts'
import { idParam, type OfficeRequest } from '../office-route.ts'

/** The dialogue of the address and its survey, null before it is opened. */
export async function readSurvey(request: OfficeRequest): Promise<{ dialogue: Dialogue; survey: Survey | null }> {
  const dialogue = await getDialogue(request.db, request.authority.id, idParam(request))
  const [survey] = await listSurveys(request.db, request.authority.id, dialogue.id)
  return { dialogue, survey: survey ?? null }
}

/** As `readSurvey`; 404 before it is opened. */
export async function requireSurvey(request: OfficeRequest): Promise<{ dialogue: Dialogue; survey: Survey }> {
  const { dialogue, survey } = await readSurvey(request)
  if (!survey) throw new NotFound('survey')
  return { dialogue, survey }
}

export function surveyAddress(request: OfficeRequest, rest = ''): string {
  return request.link(`/hoi-nghi/${idParam(request)}/phieu-danh-gia${rest}`)
}

export function surveyTrail(request: OfficeRequest, dialogue: Dialogue, inside = false) {
  const words = surveyWords[request.lang]
  return [
    { href: request.link('/hoi-nghi'), label: words.dialogues },
    { href: request.link(`/hoi-nghi/${dialogue.id}`), label: dialogue.title },
    ...(inside ? [{ href: surveyAddress(request), label: words.survey }] : []),
  ]
}

/** A label of the regulation in the reader's language. */
export function labelIn(lang: Lang, of: { label: string; labelEn?: string | undefined }): string {
  return lang === 'en' ? (of.labelEn ?? of.label) : of.label
}
