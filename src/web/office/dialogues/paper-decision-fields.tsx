import { type Day, formatDay } from '../../../platform/day.ts'
import { TextField } from '../../kit/text-field.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import type { Lang } from '../../words/words.ts'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import type { OfficeRequest } from '../office-route.ts'

/** Who decided on paper, the paper's number, its page: beside the day, which the form of the decision has. */
export function PaperDecisionFields(props: { lang: Lang; prefix: string; approver?: string; optional?: boolean }) {
  const words = dialogueFormWords[props.lang]
  return (
    <>
      <TextField
        id={`${props.prefix}-approver`}
        name="paperApprover"
        label={props.approver ?? words.paperApprover}
        required={!props.optional}
      />
      <TextField id={`${props.prefix}-number`} name="paperNumber" label={words.paperNumber} narrow />
      <SignedPageField id={`${props.prefix}-page`} label={words.paperPage} lang={props.lang} />
    </>
  )
}

/** The uploaded page of a decision on paper, as the change takes it. */
export function decisionPage(request: OfficeRequest) {
  return { signedPage: request.uploads.find((upload) => upload.field === 'signedPage') ?? null }
}

interface DecidedOnPaper {
  paperApprover: string | null
  paperNumber: string | null
}

/** “Trên giấy: who, number, day”; empty for what was decided in the program. */
export function paperDecisionFact(row: DecidedOnPaper, on: Day | null, lang: Lang): string {
  if (row.paperApprover === null) return ''
  const words = dialogueFormWords[lang]
  return words.onPaperBy(row.paperApprover, row.paperNumber ?? '', on === null ? '' : formatDay(on))
}
