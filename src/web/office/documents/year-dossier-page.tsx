import { type Day, formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { archiveYearDossier } from '../../../procedures/archive-year-dossier.ts'
import type { FiledPaper } from '../../../procedures/assemble-dossier.ts'
import { assembleYearDossier, type YearReport } from '../../../procedures/assemble-year-dossier.ts'
import type { PaperKind } from '../../../regulations/paper-kinds.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { yearDossierWords } from '../../words/year-dossier-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office-route.ts'
import { FiledPaperLine } from './dossier-lines.tsx'
import { DOSSIERS } from './dossier-list-page.tsx'
import { kindName, PAPERS } from './paper-view.tsx'

/** The address of the dossier of a year, below the authority. */
function yearDossierPath(year: number): string {
  return `${DOSSIERS}/nam/${year}`
}

function yearOfAddress(request: OfficeRequest): number {
  const year = Number(request.params['nam'])
  if (!Number.isInteger(year) || year < 1990 || year > 2200) throw new NotFound('dossier')
  return year
}

/** GET /ho-so/nam/:nam: plan and reports of a year as they were issued, what is still missing, and its dialogues. */
async function showYearDossier(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, today, lang, link } = request
  const words = yearDossierWords[lang]
  const year = yearOfAddress(request)
  const dossier = await assembleYearDossier(db, authority.id, { year, today, reader: actor })
  const mayDownload = actor.may('dossier:download', { authorityId: authority.id })
  return officePage(
    request,
    { title: words.title(year), active: 'dossiers' },
    <>
      <PageHeading
        trail={[{ href: link(DOSSIERS), label: dossierWords[lang].dossiers }]}
        kicker={words.kicker}
        title={words.title(year)}
        meta={words.meta}
      />
      {mayDownload ? (
        <>
          <ActionBar
            actions={[{ label: words.download, href: link(`${yearDossierPath(year)}/zip`), icon: 'download' }]}
          />
          <p class="field-help">{words.downloadHelp}</p>
        </>
      ) : null}
      <Section title={words.plan} count={dossier.plans.length}>
        {dossier.plans.length === 0 ? (
          <p class="flex flex-wrap items-center gap-3">
            {words.noPlan}
            <LinkButton small href={link('/ke-hoach')}>
              {words.openPlans}
            </LinkButton>
          </p>
        ) : (
          <Papers request={request} papers={dossier.plans} />
        )}
      </Section>
      <Section title={words.reports} count={dossier.reports.length}>
        {dossier.reports.length === 0 ? (
          <p>{words.noReports}</p>
        ) : (
          <ol class="flex flex-col gap-3">
            {dossier.reports.map((report) => (
              <li key={`${report.subjectId} ${report.label.vi}`}>
                <ReportCard request={request} report={report} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section title={words.inspections} count={dossier.inspections.length}>
        {dossier.inspections.length > 0 ? (
          <Papers request={request} papers={dossier.inspections} />
        ) : (
          <p>{words.noInspections}</p>
        )}
        <AddPapers request={request} planId={dossier.planId} kinds={['inspectionPlan', 'inspectionRecord']} />
      </Section>
      <Section title={words.rules} count={dossier.rules.length}>
        {dossier.rules.length > 0 ? <Papers request={request} papers={dossier.rules} /> : <p>{words.noRules}</p>}
        <AddPapers request={request} planId={dossier.planId} kinds={['internalRule']} />
      </Section>
      {dossier.further.length === 0 ? null : (
        <Section title={words.further} count={dossier.further.length}>
          <Papers request={request} papers={dossier.further} />
        </Section>
      )}
      <Section title={words.dialogues} count={dossier.dossiers.length}>
        {dossier.dossiers.length === 0 ? <p>{words.noDialogues}</p> : null}
        <ul class="flex flex-col gap-2">
          {dossier.dossiers.map(({ id, title, heldOn, state }) => (
            <li key={id} class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <a href={link(`${DOSSIERS}/${id}`)}>{title}</a>
              {heldOn ? <span class="text-sm">{words.heldOn(formatDay(heldOn))}</span> : null}
              <StateBadge
                tone={state === 'closed' ? 'good' : 'quiet'}
                {...(state === 'closed' ? { sign: 'lock' as const } : {})}
                label={dossierWords[lang].states[state === 'closed' ? 'closed' : 'open']}
              />
            </li>
          ))}
        </ul>
      </Section>
    </>,
  )
}

interface AddPapersProps {
  request: OfficeRequest
  planId: number | null
  kinds: readonly PaperKind[]
}

/** How papers that no date asks for come into the dossier of the year: drawn from its plan, or recorded as they are. */
function AddPapers({ request, planId, kinds }: AddPapersProps) {
  const { actor, authority, lang, link } = request
  const words = yearDossierWords[lang]
  const may = (permission: 'paper:draft' | 'paper:issue') => actor.may(permission, { authorityId: authority.id })
  if (planId === null || !may('paper:draft')) return null
  const about = (kind: PaperKind) => `ke-hoach=${planId}&loai=${kind}`
  return (
    <ul class="mt-3 flex flex-col gap-3">
      {kinds.map((kind) => (
        <li key={kind} class="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span class="w-full sm:w-auto">{kindName(kind, lang)}</span>
          <LinkButton small href={link(`${PAPERS}/soan?${about(kind)}`)} label={words.draw(kindName(kind, lang))}>
            {words.drawIt}
          </LinkButton>
          {may('paper:issue') ? (
            <LinkButton
              small
              variant="quiet"
              href={link(`${PAPERS}/da-ban-hanh?${about(kind)}`)}
              label={words.recordPaper(kindName(kind, lang))}
            >
              {words.recordIt}
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Papers({ request, papers }: { request: OfficeRequest; papers: readonly FiledPaper[] }) {
  return (
    <ul class="flex flex-col gap-2">
      {papers.map((paper) => (
        <FiledPaperLine key={paper.id} request={request} paper={paper} />
      ))}
    </ul>
  )
}

function ReportCard({ request, report }: { request: OfficeRequest; report: YearReport }) {
  const { lang, link, today, actor, authority } = request
  const words = yearDossierWords[lang]
  const { papers, dueOn, clause } = report
  const opens = papers.length === 0 && actor.may('report:read', { authorityId: authority.id })
  return (
    <Card title={report.label[lang]} aside={<StateBadge {...standing(papers.length > 0, dueOn, { today, lang })} />}>
      <p class="field-help">{[dueOn ? words.due(formatDay(dueOn)) : '', clause].filter(Boolean).join(' · ')}</p>
      {papers.length > 0 ? <Papers request={request} papers={papers} /> : null}
      {opens ? (
        <p class="mt-2">
          <LinkButton
            small
            href={link(`/bao-cao/${report.subjectId}`)}
            label={`${words.openReport}: ${report.label[lang]}`}
          >
            {words.openReport}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  )
}

function standing(there: boolean, dueOn: Day | null, { today, lang }: Pick<OfficeRequest, 'today' | 'lang'>) {
  const words = yearDossierWords[lang]
  if (there) return { tone: 'good' as const, label: words.there }
  if (dueOn !== null && dueOn < today) return { tone: 'bad' as const, label: words.late }
  return { tone: 'quiet' as const, label: words.notIssued }
}

/** GET /ho-so/nam/:nam/zip */
async function downloadYearDossier(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, runtime, today } = request
  const year = yearOfAddress(request)
  const archive = await archiveYearDossier(db, runtime.files, {
    ...{ authorityId: authority.id, year, today, reader: actor },
  })
  return { kind: 'download', name: archive.name, mediaType: 'application/zip', body: archive.body }
}

export const yearDossierRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: `${DOSSIERS}/nam/:nam`, permission: 'dossier:read', handle: showYearDossier },
  { method: 'GET', url: `${DOSSIERS}/nam/:nam/zip`, permission: 'dossier:download', handle: downloadYearDossier },
]
