import { SCREEN_LOOKS } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { HallForm } from './hall-form.tsx'
import type { DeskView } from './hall-view.ts'

/** What the large screen shows, changed in one press without leaving the desk. */
export function ScreenChoice({ view, words }: { view: DeskView; words: HallWords }) {
  if (!view.can.conduct) return null
  return (
    <section class="hall-card" aria-labelledby="hall-screen-choice">
      <h2 id="hall-screen-choice">{words.screenChoice.title}</h2>
      <HallForm view={view} path="/man-hinh" class="hall-acts" label={words.screenChoice.title}>
        {SCREEN_LOOKS.map((look) => (
          <button
            key={look}
            class={`btn btn-sm ${look === view.screenLook ? 'btn-primary' : 'btn-outline'}`}
            type="submit"
            name="screenLook"
            value={look}
            aria-pressed={look === view.screenLook}
          >
            {words.screenChoice.looks[look]}
          </button>
        ))}
      </HallForm>
    </section>
  )
}
