import { wallClock } from '../../hall/hall-state.ts'
import { shortened } from '../../platform/shortened.ts'
import type { HallWords } from '../words/hall-words.ts'
import { HallField, HallForm, OneButton } from './hall-form.tsx'
import type { DeskView } from './hall-view.ts'

/** Lines the agencies hand up; the newest first, those not read marked. */
export function NotesToChair({ view, words }: { view: DeskView; words: HallWords }) {
  const own = words.notes
  const codeOf = (id: number | null) => view.petitions.find((one) => one.id === id)?.code ?? ''
  return (
    <section class="hall-card" aria-labelledby="hall-notes">
      <h2 id="hall-notes">{own.title}</h2>
      {view.can.note && !view.can.conduct ? (
        <HallForm view={view} path="/ghi-chu" label={own.write} draft="note">
          <HallField label={own.field} wide>
            <input name="text" required maxLength={1000} class="input" autocomplete="off" />
          </HallField>
          {view.petitions.length > 0 ? (
            <HallField label={own.about}>
              <select name="petitionId" class="select">
                <option value="" />
                {view.petitions.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.code} – {shortened(one.content, 60)}
                  </option>
                ))}
              </select>
            </HallField>
          ) : null}
          <button class="btn btn-primary" type="submit">
            {own.act}
          </button>
        </HallForm>
      ) : null}
      {view.notes.length === 0 ? <p class="hall-soft">{own.empty}</p> : null}
      <ul class="hall-list">
        {view.notes.map((note) => (
          <li key={note.id} class={`hall-row${note.isRead ? ' over' : ''}`}>
            <span class="hall-who">
              <b>{note.agency}</b>
              <span>{note.text}</span>
              <span class="hall-soft">
                {[wallClock(note.at), codeOf(note.petitionId), note.isRead ? own.seen : ''].filter(Boolean).join(' · ')}
              </span>
            </span>
            {!note.isRead && view.can.conduct ? (
              <OneButton
                view={view}
                path="/ghi-chu/da-xem"
                fields={{ noteId: note.id }}
                verb={own.read}
                of={note.agency}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
