import { listAgencies } from '../../../agencies/agency-store.ts'
import { type Dialogue, isOpen } from '../../../dialogues/dialogue.ts'
import { listDialogueHistory } from '../../../dialogues/dialogue-store.ts'
import type { ReadinessFact } from '../../../dialogues/readiness.ts'
import { listPapers } from '../../../documents/paper-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { ChainSteps } from '../../kit/chain-steps.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { type ReadinessItem, ReadinessList } from '../../kit/readiness-list.tsx'
import { Section } from '../../kit/section.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { actWord } from '../../words/act-words.ts'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { eventResultWords } from '../../words/event-result-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { loadSupervision, SupervisionSection } from '../supervision/supervision-section.tsx'
import { DialogueDeadlines } from './dialogue-deadlines.tsx'
import { dialogueFactList } from './dialogue-fact-list.tsx'
import { type DialogueOverview, readOverview } from './dialogue-facts.ts'
import { DialogueNav } from './dialogue-nav.tsx'
import { dialogueOf, mayDo } from './dialogue-request.ts'
import { DialogueState } from './dialogue-state.tsx'
import { doHref, pointHref } from './point-links.ts'

type Words = (typeof dialogueWords)['vi']

function readinessItem(request: OfficeRequest, overview: DialogueOverview, fact: ReadinessFact): ReadinessItem {
  const words: Words = dialogueWords[request.lang] as Words
  const href = doHref(request, overview, fact.key)
  const next = overview.chain.next === fact && fact.state === 'missing'
  const open = fact.state === 'missing' || fact.state === 'late'
  const notes = [
    ...(fact.count !== null && fact.count > 0 && open ? [words.countLeft(fact.count)] : []),
    ...(fact.due !== null && open ? [formatDay(fact.due)] : []),
  ]
  return {
    key: fact.key,
    label: words.points[fact.key as keyof Words['points']],
    state: next ? 'next' : fact.state,
    ...(notes.length > 0 ? { note: notes.join(', ') } : {}),
    ...(open && href ? { action: { label: words.doIt, href } } : {}),
  }
}

/** The current step opened: what is missing in it and elsewhere late, and the one thing to do next. */
function CurrentStep({ request, overview }: { request: OfficeRequest; overview: DialogueOverview }) {
  const words = dialogueWords[request.lang]
  const { chain } = overview
  if (chain.current === null) return <p>{overview.dialogue.state === 'cancelled' ? null : words.allDone}</p>
  const shown = chain.points.filter((point) => point.step === chain.current || point.state === 'late')
  const rest = chain.points.filter((point) => !shown.includes(point))
  const href = chain.next ? doHref(request, overview, chain.next.key) : null
  const title = `${words.chain[chain.current]}: ${words.missingCount(chain.links.find((link) => link.key === chain.current)!.missing)}`
  return (
    <Card title={title} level={2} look="marked">
      {chain.next ? (
        <div class="mb-3 flex flex-wrap items-center gap-3">
          <span>
            {words.nextThing}: <strong>{words.points[chain.next.key as keyof Words['points']]}</strong>
            {chain.next.due ? ` (${formatDay(chain.next.due)})` : ''}
          </span>
          {href ? (
            <LinkButton variant="primary" href={href}>
              {words.doIt}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      <ReadinessList items={shown.map((fact) => readinessItem(request, overview, fact))} />
      <DetailsBlock summary={words.otherSteps}>
        <ReadinessList items={rest.map((fact) => readinessItem(request, overview, fact))} />
      </DetailsBlock>
    </Card>
  )
}

function Petitions({ request, overview }: { request: OfficeRequest; overview: DialogueOverview }) {
  const words = dialogueWords[request.lang]
  const { total, unanswered, answered, passedOn } = overview.petitions
  const list = request.link(`/kien-nghi?dialogue=${overview.dialogue.id}`)
  const heldAlready = ['held', 'concluded', 'closed'].includes(overview.dialogue.state)
  const link = mayDo(request, 'petition:read') ? { href: list } : {}
  return (
    <Section
      title={words.petitions}
      actions={
        heldAlready && mayDo(request, 'report:read') ? (
          <LinkButton small href={request.link(`/bao-cao/hoi-nghi/${overview.dialogue.id}`)}>
            {eventResultWords[request.lang].seeResult}
          </LinkButton>
        ) : null
      }
    >
      <StatRow>
        <Stat label={words.petitionStats.total} value={total} {...link} />
        <Stat label={words.petitionStats.unanswered} value={unanswered} tone={unanswered > 0 ? 'warn' : 'quiet'} />
        <Stat label={words.petitionStats.answered} value={answered} tone="good" />
        <Stat label={words.petitionStats.passedOn} value={passedOn} />
      </StatRow>
    </Section>
  )
}

async function papersSection(request: OfficeRequest, overview: DialogueOverview) {
  if (!mayDo(request, 'dossier:read')) return null
  const words = dialogueWords[request.lang]
  const { dialogue, dossierId } = overview
  const papers = (await listPapers(request.db, request.authority.id, { dialogueId: dialogue.id })).filter(
    (paper) => paper.state !== 'void' && paper.subjectKind === 'dialogue',
  )
  const label = (kind: string) => PAPER_KINDS[kind as keyof typeof PAPER_KINDS]?.[request.lang] ?? kind
  const drawHref = request.link(`/van-ban/soan?cuoc=${dialogue.id}`)
  const draftHref = request.link(`/van-ban/moi?cuoc=${dialogue.id}`)
  return (
    <Section
      title={words.papers}
      count={papers.length}
      actions={
        <>
          {isOpen(dialogue) && mayDo(request, 'paper:draft') ? (
            <>
              <LinkButton small href={drawHref}>
                {sheetWords[request.lang].draw}
              </LinkButton>
              <LinkButton small variant="quiet" href={draftHref}>
                {words.draftPaper}
              </LinkButton>
            </>
          ) : null}
          {dossierId === null ? null : (
            <LinkButton small href={request.link(`/ho-so/${dossierId}`)}>
              {words.allPapers}
            </LinkButton>
          )}
        </>
      }
    >
      {papers.length === 0 ? (
        <p>{words.noPapers}</p>
      ) : (
        <DataTable
          caption={words.papers}
          rows={papers}
          rowKey={(paper) => String(paper.id)}
          rowHref={(paper) => request.link(`/van-ban/${paper.id}`)}
          columns={[
            { key: 'title', label: words.papers, main: true, wide: true, cell: (paper) => paper.title },
            { key: 'kind', label: words.kind, deskOnly: true, cell: (paper) => label(paper.kind) },
            { key: 'number', label: words.number, cell: (paper) => paper.number ?? '' },
            {
              key: 'day',
              label: words.day,
              cell: (paper) => (paper.datedOn ? formatDay(paper.datedOn) : words.paperStates[paper.state]),
            },
          ]}
        />
      )}
    </Section>
  )
}

async function historyBlock(request: OfficeRequest, dialogue: Dialogue) {
  const words = dialogueWords[request.lang]
  const lines = await listDialogueHistory(request.db, request.authority.id, dialogue.id)
  return (
    <DetailsBlock summary={words.history}>
      <Timeline
        events={lines.map((line) => ({
          key: String(line.seq),
          when: line.at,
          title: actWord(request.lang, line.action),
          who: [line.accountName ?? words.byProgram, line.agencyName].filter(Boolean).join(', '),
          ...(line.reason ? { why: line.reason } : {}),
        }))}
      />
    </DetailsBlock>
  )
}

function pageActions(request: OfficeRequest, dialogue: Dialogue): Action[] {
  if (!isOpen(dialogue)) return []
  const words = dialogueWords[request.lang]
  const forms = dialogueFormWords[request.lang]
  const link = (path: string) => request.link(`/hoi-nghi/${dialogue.id}${path}`)
  const preparing = dialogue.state === 'preparing'
  return [
    ...(preparing && mayDo(request, 'dialogue:decide')
      ? [{ label: dialogue.timePlaceDecidedOn ? words.changeDay : words.setDay, href: link('/thoi-gian') }]
      : []),
    ...(preparing && mayDo(request, 'dialogue:prepare')
      ? [{ label: forms.dayOnPaper, href: link('/quyet-dinh-tren-giay') }]
      : []),
    ...(mayDo(request, 'dialogue:prepare') ? [{ label: words.edit, href: link('/thong-tin') }] : []),
    ...(dialogue.policeForum && mayDo(request, 'survey:read')
      ? [{ label: words.survey, href: link('/phieu-danh-gia') }]
      : []),
    ...(preparing && mayDo(request, 'dialogue:decide')
      ? [{ label: words.cancel, href: link('/huy'), variant: 'quiet' as const }]
      : []),
    ...(preparing && mayDo(request, 'dialogue:prepare')
      ? [{ label: forms.cancelOnPaper, href: link('/huy-tren-giay'), variant: 'quiet' as const }]
      : []),
  ]
}

async function showDialogue(request: OfficeRequest) {
  const dialogue = await dialogueOf(request)
  const words = dialogueWords[request.lang]
  const overview = await readOverview(request, dialogue)
  const agencies = await listAgencies(request.db, request.authority.id)
  const steps = overview.chain.links.map((link) => {
    const href = stepHref(request, overview, link.key)
    return {
      key: link.key,
      label: words.chain[link.key],
      state: link.state,
      ...(link.missing > 0 && dialogue.state !== 'cancelled' ? { note: words.missingCount(link.missing) } : {}),
      ...(href ? { href } : {}),
    }
  })
  return officePage(
    request,
    { title: dialogue.title, active: 'dialogues', width: 'wide' },
    <>
      <PageHeading
        trail={[{ href: request.link('/hoi-nghi'), label: words.dialogues }]}
        kicker={`${words.kinds[dialogue.kind]}, ${words.forms[dialogue.form].toLowerCase()}`}
        title={dialogue.title}
        meta={
          <>
            <DialogueState dialogue={dialogue} lang={request.lang} />
            <span>
              {dialogue.heldOn
                ? `${formatDay(dialogue.heldOn)}${dialogue.startsAt ? `, ${dialogue.startsAt}` : ''}`
                : words.noDay}
            </span>
            {dialogue.venue ? <span>{dialogue.venue}</span> : null}
          </>
        }
      />
      <ActionBar actions={pageActions(request, dialogue)} />
      {dialogue.state === 'cancelled' ? (
        <Card title={words.calledOff} level={2} look="quiet">
          <p>{dialogue.cancelledReason}</p>
        </Card>
      ) : (
        <ChainSteps steps={steps} />
      )}
      <DialogueNav request={request} dialogue={dialogue} active="overview" />
      <PageColumns
        main={
          <>
            <CurrentStep request={request} overview={overview} />
            <Petitions request={request} overview={overview} />
            <DialogueDeadlines request={request} overview={overview} />
            {await papersSection(request, overview)}
            <SupervisionSection request={request} data={await loadSupervision(request, { dialogueId: dialogue.id })} />
            {await historyBlock(request, dialogue)}
          </>
        }
        aside={dialogueFactList(request, overview, agencies)}
      />
    </>,
  )
}

/** A step leads to what is still missing in it, else to its last page. */
function stepHref(request: OfficeRequest, overview: DialogueOverview, step: string): string | null {
  const points = overview.chain.points.filter((one) => one.step === step)
  const point = points.find((one) => one.state === 'missing' || one.state === 'late') ?? points.at(-1)
  return point ? pointHref(request, overview, point.key) : null
}

export const dialoguePageRoutes: OfficeRoute[] = [
  { method: 'GET', url: '/hoi-nghi/:id', permission: 'dialogue:read', handle: showDialogue },
]
