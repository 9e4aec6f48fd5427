import { type HallState, wallClock } from '../../hall/hall-state.ts'
import type { HallWords } from '../words/hall-words.ts'
import { ActButton, HallForm } from './hall-form.tsx'
import type { DeskView } from './hall-view.ts'

/** The agenda with planned and real times; the step that runs, and the way to the next. */
export function HallAgenda({ view, words }: { view: DeskView; words: HallWords }) {
  const { state, can } = view
  const next = nextStep(state)
  const previous = next === -1 ? state.steps.length - 2 : next - 2
  return (
    <section class="hall-card" aria-labelledby="hall-agenda">
      <h2 id="hall-agenda">{words.agenda}</h2>
      <ol class="hall-steps">
        {state.steps.map((step, at) => {
          const current = step.id === state.currentStepId
          const over = step.endedAt !== null && !current
          return (
            <li
              key={step.id}
              class={current ? 'current' : over ? 'over' : ''}
              aria-current={current ? 'step' : undefined}
            >
              <span class="hall-number">{at + 1}</span>
              <span class="hall-who">
                <span class="hall-step" title={step.label}>
                  {step.label}
                </span>
                <span class="hall-soft">
                  {[
                    step.performer,
                    step.plannedAt ? words.planned(step.plannedAt) : '',
                    step.startedAt === null
                      ? ''
                      : step.endedAt === null
                        ? words.from(wallClock(step.startedAt))
                        : words.fromTo(wallClock(step.startedAt), wallClock(step.endedAt)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {can.conduct && !current && state.phase === 'running' && (at === next || at === previous) ? (
                <ActButton
                  view={view}
                  act="startStep"
                  fields={{ stepId: step.id }}
                  verb={words.buttons.startStep}
                  of={step.label}
                  look={at === next ? 'outline' : 'quiet'}
                />
              ) : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Which step comes after the one that runs, or after the last that ran; -1 behind the end. */
function nextStep({ steps, currentStepId }: HallState): number {
  const current = steps.findIndex((one) => one.id === currentStepId)
  const ran = current >= 0 ? current : steps.findLastIndex((one) => one.startedAt !== null)
  return ran + 1 < steps.length ? ran + 1 : -1
}

/** Opening, closing, and taking the last act back. */
export function HallPhase({ view, words }: { view: DeskView; words: HallWords }) {
  if (!view.can.conduct) return null
  const { phase } = view.state
  return (
    <div class="hall-acts hall-phase">
      {phase === 'waiting' ? <ActButton view={view} act="open" verb={words.open} look="primary" big /> : null}
      {phase === 'running' ? (
        <details class="hall-row-acts">
          <summary class="btn btn-outline btn-sm">{words.end}</summary>
          <div class="hall-menu">
            <p>{words.endAsk}</p>
            <ActButton view={view} act="end" verb={words.end} look="danger" />
          </div>
        </details>
      ) : null}
      {phase === 'ended' ? (
        <>
          <a class="btn btn-primary" href={`${view.base}/ket-thuc`}>
            {words.finishDay}
          </a>
          <ActButton view={view} act="reopen" verb={words.reopen} />
        </>
      ) : null}
      {view.undoable ? (
        <HallForm
          view={view}
          path="/lenh"
          act="undo"
          fields={{ seq: view.undoable.seq, undoKey: view.undoable.key }}
          class="hall-one"
          label={words.undoOf(words.acts[view.undoable.act as keyof typeof words.acts] ?? '', view.undoable.by)}
        >
          <button type="submit" class="btn btn-ghost btn-sm" data-hotkey="z" aria-keyshortcuts="z">
            {words.undoOf(words.acts[view.undoable.act as keyof typeof words.acts] ?? '', '')}
          </button>
        </HallForm>
      ) : null}
    </div>
  )
}
