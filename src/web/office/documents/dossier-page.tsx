import { listAgencies } from '../../../agencies/agency-store.ts'
import { mayMove } from '../../../dialogues/dialogue.ts'
import type { FilledEntry } from '../../../documents/dossier-rules.ts'
import { hindrancesToClosing } from '../../../documents/dossier-rules.ts'
import { keptBy } from '../../../documents/paper.ts'
import { formatDay } from '../../../platform/day.ts'
import {
  type AssembledDossier,
  assembleDossier,
  type FiledItem,
  type FiledPaper,
} from '../../../procedures/assemble-dossier.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { type ReadinessItem, ReadinessList } from '../../kit/readiness-list.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { documentWords } from '../../words/document-words.ts'
import { dossierWords } from '../../words/dossier-words.ts'
import { formatMoment, formatNumber } from '../../words/format-values.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { DOSSIERS } from './dossier-list-page.tsx'
import { kindName, PAPERS } from './paper-view.tsx'

interface View {
  request: OfficeRequest
  dossier: AssembledDossier
  mayFile: boolean
}

type Entry = FilledEntry<FiledPaper, FiledItem>

/** Why the dossier cannot be closed now, as codes. */
export function hindrancesOf(assembled: AssembledDossier): string[] {
  return hindrancesToClosing({
    state: assembled.dossier.state,
    dialogueMayClose: assembled.dialogue.state === 'closed' || mayMove(assembled.dialogue, 'closed'),
    completeness: assembled.completeness,
    openPetitions: assembled.openPetitions.length,
  })
}

/** GET /ho-so/:id */
export async function showDossier(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, lang } = request
  const words = dossierWords[lang]
  const assembled = await assembleDossier(db, authority.id, idParam(request), actor)
  const { dossier, dialogue, completeness } = assembled
  const mayFile = actor.may('dossier:file', { authorityId: authority.id })
  const view: View = { request, dossier: assembled, mayFile }
  const closed = dossier.state === 'closed'
  const number = (value: number) => formatNumber(value, lang)
  return officePage(
    request,
    { title: `${words.dossier}: ${dialogue.title}`, active: 'dossiers' },
    <>
      <PageHeading
        trail={[{ href: request.link(DOSSIERS), label: words.dossiers }]}
        kicker={words.dossier}
        title={dialogue.title}
        meta={
          <>
            <StateBadge
              tone={closed ? 'good' : 'quiet'}
              {...(closed ? { sign: 'lock' as const } : {})}
              label={words.states[dossier.state]}
            />
            <span>
              {words.completeness}:{' '}
              {words.filledOf(number(completeness.mandatoryFilled), number(completeness.mandatory))}
            </span>
          </>
        }
      />
      {closed ? null : (
        <div class="mb-6">
          <ToDo view={view} />
        </div>
      )}
      <PageColumns
        main={<Entries view={view} />}
        aside={<Facts view={view} agencies={await listAgencies(db, authority.id)} />}
      />
    </>,
  )
}

/** What stands between the dossier and its closing, each with the way to it. */
function ToDo({ view: { request, dossier, mayFile } }: { view: View }) {
  const words = dossierWords[request.lang]
  const codes = hindrancesOf(dossier)
  const actions: Action[] = []
  if (codes.length === 0 && request.actor.may('dossier:close', { authorityId: request.authority.id })) {
    actions.push({
      label: words.close,
      href: request.link(`${DOSSIERS}/${dossier.dossier.id}/dong`),
      variant: 'primary',
    })
  }
  const items: ReadinessItem[] = []
  if (codes.includes('dossier/dialogue-not-concluded')) {
    items.push({
      key: 'dialogue',
      label: words.hindranceOf['dossier/dialogue-not-concluded']!,
      state: 'next',
      action: { label: words.seeDialogue, href: request.link(`/hoi-nghi/${dossier.dialogue.id}`) },
    })
  }
  for (const { entry } of dossier.entries.filter(({ state }) => state === 'missing')) {
    items.push({
      key: entry.key,
      label: entry.label,
      state: 'missing',
      ...(mayFile ? { action: missingAction(request, dossier, entry) } : {}),
    })
  }
  if (dossier.openPetitions.length > 0) {
    items.push({
      key: 'petitions',
      label: words.petitionsLeft(formatNumber(dossier.openPetitions.length, request.lang)),
      state: 'missing',
      action: { label: words.seePetitions, href: request.link(`/kien-nghi?dialogue=${dossier.dialogue.id}`) },
    })
  }
  return (
    <Card look="marked" level={2} title={items.length > 0 ? words.toDo : words.ready}>
      {items.length > 0 ? <ReadinessList items={items} /> : <p class="mb-3">{words.closeHelp}</p>}
      <ActionBar actions={actions} />
    </Card>
  )
}

function entryAddress(request: OfficeRequest, { dossier }: AssembledDossier, entryKey: string, act: string): string {
  return request.link(`${DOSSIERS}/${dossier.id}/muc/${entryKey}/${act}`)
}

function Facts({ view, agencies }: { view: View; agencies: readonly { id: number; name: string }[] }) {
  const { request, dossier: assembled } = view
  const { dossier, dialogue, regulation } = assembled
  const { lang } = request
  const words = dossierWords[lang]
  const mayDownload = request.actor.may('dossier:download', { authorityId: request.authority.id })
  return (
    <Card look="quiet">
      <DefinitionList
        stacked
        facts={[
          { label: words.seeDialogue, value: <a href={request.link(`/hoi-nghi/${dialogue.id}`)}>{dialogue.title}</a> },
          { label: words.heldOn, value: dialogue.heldOn ? formatDay(dialogue.heldOn) : null },
          { label: words.owner, value: agencies.find((agency) => agency.id === dossier.ownerAgencyId)?.name },
          { label: words.regulation, value: regulation.number },
          { label: words.closedOn, value: dossier.closedAt ? formatMoment(dossier.closedAt, lang) : null },
          {
            label: words.manifestHash,
            value: dossier.manifestSha256 ? <code class="break-all">{dossier.manifestSha256}</code> : null,
          },
          {
            label: words.logHead,
            value: dossier.manifest ? (
              <code class="break-all">
                {dossier.manifest.log.seq} · {dossier.manifest.log.hash}
              </code>
            ) : null,
          },
        ]}
      />
      {mayDownload ? (
        <>
          <ActionBar
            actions={[{ label: words.download, href: request.link(`${DOSSIERS}/${dossier.id}/zip`), icon: 'download' }]}
          />
          <p class="field-help">{words.downloadHelp}</p>
        </>
      ) : null}
    </Card>
  )
}

function Entries({ view }: { view: View }) {
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

const TONES: Record<Entry['state'], Tone> = { filled: 'good', statedNone: 'quiet', missing: 'warn', notStated: 'quiet' }

function EntryCard({ view, filled }: { view: View; filled: Entry }) {
  const { request, dossier, mayFile } = view
  const { entry, state, papers, items } = filled
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
      {stated.map((item) => (item.note ? <p key={item.id}>{item.note}</p> : null))}
      {mayFile ? <EntryActions request={request} dossier={dossier} filled={filled} /> : null}
    </Card>
  )
}

/** What fills a missing entry: the form of its paper with kind, title and issuer, else a file. */
function missingAction(request: OfficeRequest, dossier: AssembledDossier, entry: Entry['entry']) {
  const words = dossierWords[request.lang]
  const kind = entry.satisfiedBy[0]
  const mayDraft = request.actor.may('paper:draft', { authorityId: request.authority.id, agencyIds: [] })
  return mayDraft && kind && kind in PAPER_KINDS
    ? { label: words.draftPaper, href: draftAddress(request, dossier.dialogue.id, kind) }
    : { label: words.fileItem, href: entryAddress(request, dossier, entry.key, 'tep') }
}

/** Where a paper of this kind is entered for a dialogue: by the records clerk as issued, by others as a draft. */
function draftAddress(request: OfficeRequest, dialogueId: number, kind: string): string {
  const kept = keptBy({ kind, subjectKind: 'dialogue' })
  if (kept) return request.link(`/hoi-nghi/${dialogueId}/ket-luan`)
  const issues = request.actor.may('paper:issue', { authorityId: request.authority.id, agencyIds: [] })
  return request.link(`${PAPERS}/${issues ? 'da-ban-hanh' : 'moi'}?cuoc=${dialogueId}&loai=${kind}`)
}

function EntryActions(props: { request: OfficeRequest; dossier: AssembledDossier; filled: Entry }) {
  const { request, dossier, filled } = props
  const { entry, state } = filled
  const words = dossierWords[request.lang]
  const open = dossier.dossier.state === 'open'
  const kind = entry.satisfiedBy[0]
  return (
    <div class="flex flex-wrap gap-2 mt-2">
      <LinkButton small href={entryAddress(request, dossier, entry.key, 'tep')} label={words.fileItemOf(entry.label)}>
        {words.fileItem}
      </LinkButton>
      {state !== 'filled' && kind && kind in PAPER_KINDS ? (
        <LinkButton
          small
          variant="quiet"
          href={draftAddress(request, dossier.dialogue.id, kind)}
          label={`${words.draftPaper}: ${entry.label}`}
        >
          {words.draftPaper}
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

function PaperLine({ view, paper }: { view: View; paper: FiledPaper }) {
  const { request, dossier, mayFile } = view
  const { lang } = request
  const words = dossierWords[lang]
  if (!paper.readable) {
    return (
      <li>
        <Badge tone="warn">{words.restricted}</Badge> {paper.number ?? ''}
      </li>
    )
  }
  return (
    <li class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <a href={request.link(`${PAPERS}/${paper.id}`)} class="min-w-0 break-words">
        {paper.title}
      </a>
      <span class="text-sm">
        {[kindName(paper.kind, lang), paper.number, paper.datedOn ? formatDay(paper.datedOn) : null]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {paper.hasContent ? null : <Badge tone="warn">{words.withoutContent}</Badge>}
      {paper.late && paper.datedOn ? <Badge tone="info">{words.supplementOn(formatDay(paper.datedOn))}</Badge> : null}
      {mayFile && dossier.dossier.state === 'open' ? (
        <LinkButton
          small
          variant="quiet"
          href={request.link(`${DOSSIERS}/${dossier.dossier.id}/xep/${paper.id}`)}
          label={words.moveOf(paper.title)}
        >
          {words.moveTo}
        </LinkButton>
      ) : null}
    </li>
  )
}

function ItemLine({ view, item }: { view: View; item: FiledItem }) {
  const { request, dossier, mayFile } = view
  const { lang } = request
  const words = dossierWords[lang]
  const title = item.note ?? item.file?.name ?? ''
  const at = (act: string, id: number) => request.link(`${DOSSIERS}/${dossier.dossier.id}/${act}/${id}`)
  const mayErase = request.actor.may('petition:erase-person', { authorityId: request.authority.id })
  return (
    <li class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {item.file && !item.file.erasedAt ? (
        <a href={request.link(`/tep/${item.file.id}`)} class="min-w-0 break-words">
          {title}
        </a>
      ) : (
        <span>
          {title} ({documentWords[lang].fileErased}: <code class="break-all">{item.file?.sha256}</code>)
        </span>
      )}
      {item.supplementOn ? <Badge tone="info">{words.supplementOn(formatDay(item.supplementOn))}</Badge> : null}
      {mayFile && dossier.dossier.state === 'open' ? (
        <LinkButton small variant="quiet" href={at('rut', item.id)} label={words.withdrawItemOf(title)}>
          {words.withdrawItem}
        </LinkButton>
      ) : null}
      {mayErase && item.file && !item.file.erasedAt ? (
        <LinkButton small variant="quiet" href={at('xoa-tep', item.file.id)} label={words.eraseFileOf(title)}>
          {words.eraseFile}
        </LinkButton>
      ) : null}
    </li>
  )
}
