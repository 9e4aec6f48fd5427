import { formatDay, isDay } from '../../../platform/day.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { StoredMeanwhile } from '../form-page.tsx'
import type { RefusedForm } from '../submit-form.tsx'
import type { ActForm } from './act-form.ts'
import { labelOf } from './petition-choices.ts'

/** What is stored now of the fields of an act that came back stale, in words, where it differs from what was chosen. */
export function StoredPetition({ form, refused }: { form: ActForm; refused: RefusedForm }) {
  const words = petitionFieldWords[form.lang]
  const { kind, field, group, urgency, audience, sphere, lead, promise, promisedOn, settlement, settledOn } = words
  const labels = {
    ...{ kind, subjectArea: field, disposition: group, urgency, audience, sphere, leadAgencyId: lead, promise },
    ...{ promisedOn, settlement, settledOn, proposedSettlement: words.proposed, proposedDueOn: words.proposedDueOn },
    ...{
      sensitive: words.sensitive,
      offTopic: words.offTopic,
      competence: words.competence,
      direction: words.direction,
    },
    ...{ confidential: words.confidential, accusedAgencyId: words.accusedAgency, content: words.content },
  }
  // only what this form asks for; a tick that is not set is not sent, so it counts as asked where its form was typed
  const ticks = 'disposition' in refused.values || 'kind' in refused.values ? ['sensitive', 'offTopic'] : []
  const asked = Object.entries(labels).filter(([name]) => name in refused.values || ticks.includes(name))
  return (
    <StoredMeanwhile
      lang={form.lang}
      labels={Object.fromEntries(asked)}
      stored={refused.stale?.current ?? {}}
      typed={refused.values}
      say={(name, value) => sayStored(form, name, value)}
    />
  )
}

function sayStored({ lang, choices, view }: ActForm, name: string, value: unknown): string {
  const words = petitionWords[lang]
  if (value === null || value === undefined || value === false || value === '') return ''
  if (value === true) return petitionFieldWords[lang].yes
  const key = String(value)
  switch (name) {
    case 'kind':
      return words.kinds[key as 'request'] ?? key
    case 'disposition':
      return words.groups[key as 'none'] ?? key
    case 'sphere':
      return words.spheres[key as 'party'] ?? key
    case 'competence':
      return words.competences[key as 'within'] ?? key
    case 'subjectArea':
      return labelOf(choices.fields?.subjectAreas, key, lang)
    case 'urgency':
      return labelOf(choices.fields?.urgencies, key, lang)
    case 'audience':
      return labelOf(choices.fields?.audiences, key, lang)
    case 'leadAgencyId':
    case 'accusedAgencyId':
      return view.agencyNames.get(Number(value)) ?? ''
    default:
      return isDay(key) ? formatDay(key) : key
  }
}
