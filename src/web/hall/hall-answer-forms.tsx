import type { HallWords } from '../words/hall-words.ts'
import { HallDay, HallField, HallForm } from './hall-form.tsx'
import type { DeskPetition, DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  words: HallWords
  petition: DeskPetition
}

const GROUPS = ['answeredAtConference', 'verifyAndReplyLater', 'noteAndReportUp'] as const

/** Who answers what, in which of the three groups (F3). */
export function AnswerForm({ view, words, petition }: Props) {
  const own = words.answer
  const listId = `who-${petition.id}`
  return (
    <HallForm
      view={view}
      path="/tra-loi"
      label={`${own.act}: ${petition.code}`}
      fields={{ petitionId: petition.id, version: petition.version }}
      draft={`answer-${petition.id}`}
    >
      <fieldset class="hall-choices">
        <legend>{own.group}</legend>
        {GROUPS.map((group) => (
          <label key={group} class="hall-check">
            <input type="radio" name="disposition" value={group} class="radio" required />{' '}
            <span>{own.groups[group]}</span>
          </label>
        ))}
      </fieldset>
      <HallField label={own.who}>
        <input name="answeredByName" list={listId} required maxLength={200} class="input" autocomplete="off" />
      </HallField>
      <datalist id={listId}>
        {[...view.answerers, petition.agency].filter(Boolean).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <HallField label={own.text} wide>
        <textarea name="text" rows={3} required maxLength={50_000} class="textarea" />
      </HallField>
      <div class="hall-acts">
        <button class="btn btn-primary btn-sm" type="submit">
          {own.act}
        </button>
        {petition.prepared ? (
          <button class="btn btn-outline btn-sm needs-script" type="button" data-fill={petition.prepared}>
            {own.usePrepared}
          </button>
        ) : null}
      </div>
    </HallForm>
  )
}

const USUAL_DAYS = [7, 15, 30] as const

/** The chair's one touch: agency and day beside each other; the usual days are one press. */
export function OrderForm({ view, words, petition }: Props) {
  const own = words.order
  if (!view.can.promise) return null
  return (
    <HallForm
      view={view}
      path="/hen"
      class="hall-form hall-order"
      label={`${own.act}: ${petition.code}`}
      fields={{ petitionId: petition.id, version: petition.version }}
      draft={`order-${petition.id}`}
    >
      <HallField label={own.agency}>
        <select name="leadAgencyId" class="select" required>
          <option value="" />
          {view.agencies.map((agency) => (
            <option key={agency.id} value={agency.id} selected={agency.id === petition.leadAgencyId}>
              {agency.name}
            </option>
          ))}
        </select>
      </HallField>
      <HallDay name="promisedOn" label={own.by} />
      <span class="hall-acts hall-days needs-script">
        {USUAL_DAYS.map((days) => (
          <button key={days} class="btn btn-sm btn-ghost" type="button" data-days={days}>
            {own.days(days)}
          </button>
        ))}
      </span>
      <HallField label={own.words} wide>
        <input name="promise" maxLength={5000} class="input" autocomplete="off" />
      </HallField>
      <label class="hall-check">
        <input type="checkbox" name="agencyProposes" class="checkbox" /> <span>{own.propose}</span>
      </label>
      <button class="btn btn-primary btn-sm" type="submit">
        {own.act}
      </button>
      <small class="hall-soft">{own.help}</small>
    </HallForm>
  )
}
