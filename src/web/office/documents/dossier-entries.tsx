import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import type { Tone } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { ItemLine, PaperLine } from './dossier-lines.tsx'
import { type DossierView, drawAction, type Entry, entryAddress, paperAction } from './dossier-view.ts'
import { kindName } from './paper-view.tsx'

/** The checklist by stage, each entry with what lies in it; then papers without a place. */
export function DossierEntries({ view }: { view: DossierView }) {
  const { request, dossier } = view
  const words = dossierWords[request.lang]
  return (
    <>
      {(['before', 'during', 'after'] as const).map((stage) => {
        const entries = dossier.entries.filter(({ entry }) => entry.stage === stage)
        if (entries.length === 0) return null
        return (
          <Section key={stage} title={words.stages[stage]} count={entries.length}>
            <ol class="flex flex-col gap-3">
              {entries.map((entry) => (
                <li key={entry.entry.key} id={entry.entry.key}>
                  <EntryCard view={view} filled={entry} />
                </li>
              ))}
            </ol>
          </Section>
        )
      })}
      {dossier.further.length > 0 ? (
        <Section title={words.stages.further} count={dossier.further.length}>
          <ul class="flex flex-col gap-2">
            {dossier.further.map((paper) => (
              <PaperLine key={paper.id} view={view} paper={paper} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

const TONES: Record<Entry['state'], Tone> = {
  filled: 'good',
  statedNone: 'quiet',
  missing: 'warn',
  recorded: 'info',
  notStated: 'quiet',
}

function EntryCard({ view, filled }: { view: DossierView; filled: Entry }) {
  const { request, mayFile } = view
  const { entry, state, papers, items, recorded } = filled
  const words = dossierWords[request.lang]
  const stated = items.filter((item) => item.statedNone)
  const files = items.filter((item) => item.attachmentId !== null)
  return (
    <Card
      title={entry.label}
      aside={
        <StateBadge
          tone={TONES[state]}
          {...(state === 'statedNone' ? { sign: 'minus' as const } : {})}
          label={words.entryStates[state]}
        />
      }
    >
      <p class="field-help">
        {words[entry.need]} · {entry.clause}
      </p>
      {papers.length > 0 || files.length > 0 ? (
        <ul class="flex flex-col gap-2">
          {papers.map((paper) => (
            <PaperLine key={`p${paper.id}`} view={view} paper={paper} />
          ))}
          {files.map((item) => (
            <ItemLine key={`i${item.id}`} view={view} item={item} />
          ))}
        </ul>
      ) : null}
      {state === 'recorded' ? (
        <p>
          {words.recordedHere(recorded.map((one) => `${kindName(one.kind, request.lang)} (${one.count})`).join('; '))}
        </p>
      ) : null}
      {stated.map((item) => (item.note ? <p key={item.id}>{item.note}</p> : null))}
      {mayFile ? <EntryActions view={view} filled={filled} /> : null}
    </Card>
  )
}

function EntryActions({ view, filled }: { view: DossierView; filled: Entry }) {
  const { request, dossier } = view
  const { entry, state } = filled
  const words = dossierWords[request.lang]
  const open = dossier.dossier.state === 'open'
  const kind = entry.satisfiedBy[0]
  const paper = kind && kind in PAPER_KINDS ? paperAction(request, dossier, kind) : null
  const drawn = state === 'filled' ? null : drawAction(view, kind)
  return (
    <div class="flex flex-wrap gap-2 mt-2">
      {drawn ? (
        <LinkButton small href={drawn.href} label={`${drawn.label}: ${entry.label}`}>
          {drawn.label}
        </LinkButton>
      ) : null}
      <LinkButton small href={entryAddress(request, dossier, entry.key, 'tep')} label={words.fileItemOf(entry.label)}>
        {words.fileItem}
      </LinkButton>
      {state !== 'filled' && paper ? (
        <LinkButton small variant="quiet" href={paper.href} label={`${paper.label}: ${entry.label}`}>
          {paper.label}
        </LinkButton>
      ) : null}
      {open && state === 'notStated' ? (
        <LinkButton
          small
          variant="quiet"
          href={entryAddress(request, dossier, entry.key, 'khong-co')}
          label={words.stateNoneOf(entry.label)}
        >
          {words.stateNone}
        </LinkButton>
      ) : null}
    </div>
  )
}
