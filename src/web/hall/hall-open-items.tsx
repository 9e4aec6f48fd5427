import type { HallWords } from '../words/hall-words.ts'
import { HallDay, HallField, HallForm } from './hall-form.tsx'
import type { DeskOpenItem, DeskView } from './hall-view.ts'

interface Props {
  view: DeskView
  words: HallWords
}

/** What earlier dialogues left open: read out, reported on, promised anew; what was not taken up yet comes first. */
export function OpenItems({ view, words }: Props) {
  const own = words.openItems
  if (view.openItems.length === 0) return null
  const told = view.openItems.filter((one) => one.said !== null)
  const untold = view.openItems.filter((one) => one.said === null)
  return (
    <details class="hall-card hall-more" open={view.desk === 'agency'}>
      <summary>
        <h2>
          {own.title} ({own.taken(told.length, view.openItems.length)})
        </h2>
      </summary>
      <p class="hall-soft">{own.help}</p>
      {[...untold, ...told].map((item) => (
        <OpenItemRow key={`${item.subjectKind}-${item.subjectId}`} view={view} words={words} item={item} />
      ))}
    </details>
  )
}

function OpenItemRow({ view, words, item }: Props & { item: DeskOpenItem }) {
  const own = words.openItems
  const facts = [
    own.from(item.heldOn),
    item.codes,
    item.agency || words.petition.noLead,
    item.dueOn ? own.due(item.dueOn) : own.noDay,
    item.isLate ? own.late : '',
  ]
  return (
    <details class={`hall-petition${item.said === null ? '' : ' is-done'}`}>
      <summary>
        <b>{own.number(item.number)}</b> <span class="hall-brief">{item.content}</span>
        <span class={item.isLate ? 'hall-soft hall-late' : 'hall-soft'}>{facts.filter(Boolean).join(' · ')}</span>
      </summary>
      {item.content.length > 120 ? <p class="hall-content">{item.content}</p> : null}
      {item.conclusion ? <p class="hall-earlier">{own.concluded(item.conclusion)}</p> : null}
      {item.proposed ? <p class="hall-earlier">{own.proposed(item.proposed)}</p> : null}
      {item.said === null ? null : (
        <blockquote class="hall-content">
          <b>{item.reportedBy}:</b> {item.said}
          {item.nextOn ? ` ${own.next(item.nextOn)}` : ''}
        </blockquote>
      )}
      {view.can.conduct ? <ReportForm view={view} words={words} item={item} /> : null}
      <p class="hall-soft">
        <a href={item.href}>{own.open}</a>
      </p>
    </details>
  )
}

function ReportForm({ view, words, item }: Props & { item: DeskOpenItem }) {
  const own = words.openItems
  const listId = `told-${item.subjectKind}-${item.subjectId}`
  return (
    <HallForm
      view={view}
      path="/viec-ton"
      label={`${own.act}: ${item.codes || own.number(item.number)}`}
      fields={{ subjectKind: item.subjectKind, subjectId: item.subjectId }}
      draft={`open-${item.subjectKind}-${item.subjectId}`}
    >
      <HallField label={own.by}>
        <input name="reportedBy" list={listId} required maxLength={200} class="input" autocomplete="off" />
      </HallField>
      <datalist id={listId}>
        {[item.agency, ...view.answerers].filter(Boolean).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <HallDay name="nextOn" label={own.nextDay} />
      <HallField label={own.said} wide>
        <textarea name="said" rows={2} required maxLength={5000} class="textarea" />
      </HallField>
      <button class="btn btn-primary btn-sm" type="submit">
        {item.said === null ? own.act : own.again}
      </button>
    </HallForm>
  )
}
