import { type HeldGroup, listHeldGroups, listRefused } from '../../../petitions/intake-hold-store.ts'
import { dayOf, formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { findIntakeSetting } from '../../../reception/intake-setting-store.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { intakeWords } from '../../words/intake-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { intakeReasonWords } from '../../words/raise-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'

export const INTAKE = '/tiep-nhan-cong'

/** Whether the reader may open what asks to be kept confidential. */
export function opensConfidential({ actor, authority }: OfficeRequest): boolean {
  return actor.may('petition:restrict', { authorityId: authority.id })
}

/** GET /tiep-nhan-cong: what waits to be looked at, the same texts together; what was refused; open or closed. */
export async function showIntake(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = intakeWords[lang]
  const [groups, refused, setting] = await Promise.all([
    listHeldGroups(db, authority.id),
    listRefused(db, authority.id),
    findIntakeSetting(db, authority.id),
  ])
  return officePage(
    request,
    { title: words.title, active: 'petitions', width: 'wide' },
    <>
      <PageHeading
        trail={[{ href: request.link(PETITIONS), label: petitionWords[lang].petitions }]}
        title={words.title}
        meta={
          <>
            <StateBadge tone={setting.open ? 'good' : 'warn'} label={setting.open ? words.isOpen : words.isClosed} />{' '}
            <a href={request.link(`${INTAKE}/cai-dat`)}>{words.setting}</a> ·{' '}
            <a href={`/cong/${authority.slug}/gui-kien-nghi/quy-tac`}>{words.standards}</a>
          </>
        }
      />
      <p class="mb-4 max-w-[70ch] text-sm">{words.lead}</p>
      <Section title={words.held} count={groups.reduce((sum, group) => sum + group.count, 0)}>
        {groups.length === 0 ? (
          <EmptyState icon="check" title={words.nothing} help={words.nothingHelp} />
        ) : (
          <DataTable
            caption={words.held}
            columns={heldColumns(request)}
            rows={groups}
            rowKey={(group) => group.textHash}
            rowHref={(group) => request.link(`${INTAKE}/${group.firstId}`)}
          />
        )}
      </Section>
      {refused.length > 0 ? (
        <Section title={words.refusedTitle} count={refused.length}>
          <DataTable
            caption={words.refusedTitle}
            columns={refusedColumns(request)}
            rows={refused}
            rowKey={(one) => String(one.submissionId)}
          />
        </Section>
      ) : null}
    </>,
  )
}

function heldColumns(request: OfficeRequest): Column<HeldGroup>[] {
  const words = intakeWords[request.lang]
  const causes = intakeReasonWords[request.lang].cause
  const hidden = (group: HeldGroup) => group.confidential && !opensConfidential(request)
  return [
    {
      key: 'text',
      label: words.text,
      main: true,
      wide: true,
      cell: (group) =>
        hidden(group) ? words.confidentialHidden : shortened(group.contents.map((one) => one.content).join(' · '), 160),
    },
    { key: 'count', label: words.howMany, cell: (group) => words.copies(group.count) },
    {
      key: 'senders',
      label: words.senders,
      cell: (group) => {
        if (hidden(group)) return ''
        const rest = group.count - group.senders.length
        return [group.senders.join(', '), rest > 0 ? words.more(rest) : ''].filter(Boolean).join(' ')
      },
    },
    { key: 'why', label: words.why, cell: (group) => group.why.map((cause) => causes[cause as 'flood']).join('; ') },
    { key: 'first', label: words.firstAt, cell: (group) => formatMoment(group.firstAt, request.lang) },
    {
      key: 'act',
      label: words.decision,
      cell: (group) =>
        hidden(group) ? (
          ''
        ) : (
          <LinkButton href={request.link(`${INTAKE}/${group.firstId}`)} label={words.lookAt(group.count)} small>
            {words.look}
          </LinkButton>
        ),
    },
  ]
}

type Refused = Awaited<ReturnType<typeof listRefused>>[number]

function refusedColumns(request: OfficeRequest): Column<Refused>[] {
  const words = intakeWords[request.lang]
  const reasons = intakeReasonWords[request.lang].refusal
  const mayJudge = request.actor.may('intake:judge-appeal', { authorityId: request.authority.id })
  return [
    {
      key: 'text',
      label: words.text,
      main: true,
      wide: true,
      cell: (one) =>
        one.confidential && !opensConfidential(request) ? words.confidentialHidden : shortened(one.text, 160),
    },
    { key: 'reason', label: words.reason, cell: (one) => reasons[one.reasonKey as 'insult'] },
    { key: 'on', label: words.refusedOn, cell: (one) => (one.decidedAt ? formatDay(dayOf(one.decidedAt)) : '') },
    { key: 'by', label: words.refusedBy, cell: (one) => one.decidedByName ?? '' },
    {
      key: 'appeal',
      label: words.judge,
      cell: (one) => {
        if (one.appealedAt === null) return ''
        if (one.appealDecidedAt !== null) return words.appealUpheld
        if (!mayJudge) return words.appealAsked
        return (
          <LinkButton href={request.link(`${INTAKE}/${one.submissionId}/xem-lai`)} small>
            {words.judge}
          </LinkButton>
        )
      },
    },
  ]
}
