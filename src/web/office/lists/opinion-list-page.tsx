import { requirePermission } from '../../../changes/perform-change.ts'
import { isBeingMade, type Opinion, type OpinionList, opinionListScope, wasSent } from '../../../lists/opinion-list.ts'
import { getOpinionList, listOpinions, listOpinionsAtFront } from '../../../lists/opinion-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { opinionListWords } from '../../words/opinion-list-words.ts'
import { historyEvents } from '../documents/document-history.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type ListChoices, labelOf, loadListChoices } from '../petitions/petition-choices.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'
import type { RefusedForm } from '../submit-form.tsx'
import { AddOpinion, FrontActs, MergeOpinion, OfficeActs, SendList, TakeOut } from './opinion-list-forms.tsx'
import { ListState } from './opinion-list-signs.tsx'
import { OPINION_LISTS, readerOf } from './opinion-lists-page.tsx'

/** The list of the address, for whom it is; before it was sent it is its maker's alone. */
export async function openList(request: OfficeRequest): Promise<OpinionList> {
  const list = await getOpinionList(request.db, request.authority.id, idParam(request))
  requirePermission(request.actor, 'opinion-list:read', opinionListScope(list))
  const isOwn = list.agencyId === request.actor.agencyId
  const isForOffice = list.state === 'atOffice' || list.state === 'received'
  const reader = readerOf(request)
  const mayKnow = isOwn || (reader === 'front' ? wasSent(list) : reader === 'office' && isForOffice)
  if (!mayKnow) throw new NotFound('opinionList')
  return list
}

/** GET /danh-sach/:id: what stands in the list, with whom it lies, and the next act. */
export async function showOpinionList(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = opinionListWords[lang]
  const list = await openList(request)
  const [opinions, choices, events] = await Promise.all([
    listOpinions(db, authority.id, list.id),
    loadListChoices(request, null, list.dialogueId),
    historyEvents(db, authority.id, 'opinionList', list.id, lang),
  ])
  const isOwn = list.agencyId === request.actor.agencyId
  const making = isOwn && isBeingMade(list)
  const gathering = readerOf(request) === 'front' && list.state === 'atFront'
  const others = gathering ? await listOpinionsAtFront(db, authority.id) : []
  return officePage(
    request,
    { title: list.title, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={list.title}
        kicker={<ListState state={list.state} />}
        trail={[{ href: request.link(OPINION_LISTS), label: words.title }]}
        meta={<Days list={list} request={request} />}
      />
      {refused ? <ErrorSummary errors={refused.errors} labels={{}} /> : null}
      {list.remark ? (
        <Card look="marked" title={words.remark}>
          <p>{list.remark}</p>
        </Card>
      ) : null}
      {making && opinions.length > 0 ? <SendList request={request} list={list} /> : null}
      {gathering ? <FrontActs request={request} list={list} /> : null}
      {readerOf(request) === 'office' && list.state === 'atOffice' ? (
        <OfficeActs request={request} list={list} />
      ) : null}
      {making ? <AddOpinion request={request} list={list} choices={choices} refused={refused} /> : null}
      <Section title={words.opinions} count={opinions.length}>
        {opinions.length === 0 ? (
          <p class="field-help">{words.noOpinions}</p>
        ) : (
          <DataTable
            caption={words.opinions}
            rows={opinions}
            rowKey={(row) => String(row.id)}
            columns={columnsOf(request, { list, opinions, choices, making, gathering, others })}
          />
        )}
      </Section>
      <Section title={words.history}>
        <Timeline events={events.slice(0, 50)} />
      </Section>
    </>,
  )
}

function Days({ request, list }: { request: OfficeRequest; list: OpinionList }) {
  const words = opinionListWords[request.lang].days
  const day = (value: OpinionList['sentOn']) => value && formatDay(value)
  return (
    <DefinitionList
      facts={[
        { label: words.sent, value: day(list.sentOn) },
        { label: words.forwarded, value: day(list.forwardedOn) },
        { label: words.received, value: day(list.receivedOn) },
      ]}
    />
  )
}

interface Shown {
  list: OpinionList
  opinions: readonly Opinion[]
  choices: ListChoices
  making: boolean
  gathering: boolean
  others: Awaited<ReturnType<typeof listOpinionsAtFront>>
}

function columnsOf(request: OfficeRequest, shown: Shown): Column<Opinion>[] {
  const { lang } = request
  const words = opinionListWords[lang]
  const { list, opinions, choices, others } = shown
  // where opinions of several lists are joined they need a number that is theirs everywhere; else their place in the list
  const numberOf = (row: Opinion) => (shown.gathering ? row.id : opinions.indexOf(row) + 1)
  const village = (id: number | null) => choices.villages.find((one) => one.value === String(id))?.label ?? ''
  return [
    {
      ...{ key: 'content', label: words.content, main: true, wide: true },
      cell: (row) => (
        <>
          <span class="kicker">{words.number(String(numberOf(row)))}</span> {row.content}
        </>
      ),
    },
    {
      ...{ key: 'who', label: words.who },
      cell: (row) =>
        row.petitionId !== null
          ? ''
          : [row.petitionerName || words.unnamed, row.phone, village(row.villageAgencyId), row.address]
              .filter(Boolean)
              .join(' · '),
    },
    {
      ...{ key: 'area', label: words.petition, deskOnly: true },
      cell: (row) =>
        row.petitionId === null ? (
          labelOf(choices.fields?.subjectAreas, row.subjectArea, lang)
        ) : (
          <a href={request.link(`${PETITIONS}/${row.petitionId}`)}>{words.petition}</a>
        ),
    },
    {
      ...{ key: 'act', label: '' },
      cell: (row) => {
        if (shown.making) return <TakeOut request={request} list={list} opinion={row} />
        if (shown.gathering) return <MergeOpinion request={request} list={list} opinion={row} others={others} />
        return row.mergedIntoId === null ? '' : words.mergedInto(String(row.mergedIntoId))
      },
    },
  ]
}
