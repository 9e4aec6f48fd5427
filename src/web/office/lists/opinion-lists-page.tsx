import { openOpinionList } from '../../../lists/keep-opinions.ts'
import { listOpinionLists } from '../../../lists/opinion-store.ts'
import { listDialogueChoices } from '../../../petitions/petition-dialogue-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { opinionListWords } from '../../words/opinion-list-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { PETITIONS } from '../petitions/petition-list-page.tsx'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { ListState } from './opinion-list-signs.tsx'

export const OPINION_LISTS = '/danh-sach'

/** As what the reader looks at lists: the office receives, the Front gathers, everybody else makes their own. */
export function readerOf({ actor, authority }: OfficeRequest): 'maker' | 'front' | 'office' {
  const whole = { authorityId: authority.id, agencyIds: [] }
  if (actor.may('opinion-list:receive', whole)) return 'office'
  return actor.may('opinion-list:gather', whole) ? 'front' : 'maker'
}

const SEES = { maker: 'none', front: 'atFront', office: 'atOffice' } as const

/** GET /danh-sach: the lists that are mine, or were sent to me. */
export async function showOpinionLists(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { db, authority, lang, actor } = request
  const words = opinionListWords[lang]
  const reader = readerOf(request)
  const lists = await listOpinionLists(db, authority.id, { agencyId: actor.agencyId, seesSent: SEES[reader] })
  const question = { maker: words.questionMaker, front: words.questionFront, office: words.questionOffice }[reader]
  return officePage(
    request,
    { title: words.title, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={words.title}
        trail={[{ href: request.link(PETITIONS), label: petitionWords[lang].petitions }]}
        meta={question}
      />
      {lists.length === 0 ? (
        <EmptyState title={words.none} help={reader === 'maker' ? words.noneHelpMaker : words.noneHelp} />
      ) : (
        <DataTable
          caption={words.title}
          rows={lists}
          rowKey={(row) => String(row.id)}
          rowHref={(row) => request.link(`${OPINION_LISTS}/${row.id}`)}
          columns={[
            { key: 'list', label: words.columns.list, main: true, wide: true, cell: (row) => row.title },
            { key: 'from', label: words.columns.from, cell: (row) => row.agencyName },
            {
              key: 'count',
              label: words.columns.count,
              numeric: true,
              cell: (row) => formatNumber(row.count ?? 0, lang),
            },
            { key: 'state', label: words.columns.state, cell: (row) => <ListState state={row.state} /> },
            { key: 'day', label: words.columns.day, cell: (row) => latestDay(row) },
          ]}
        />
      )}
      {reader !== 'office' && actor.agencyId !== null ? (
        <BeginList request={request} refused={refused} dialogues={await listDialogueChoices(db, authority.id)} />
      ) : null}
    </>,
  )
}

function latestDay(row: Awaited<ReturnType<typeof listOpinionLists>>[number]): string {
  const day = row.receivedOn ?? row.forwardedOn ?? row.sentOn
  return day ? formatDay(day) : ''
}

interface BeginProps {
  request: OfficeRequest
  refused: RefusedForm | null
  dialogues: Awaited<ReturnType<typeof listDialogueChoices>>
}

function BeginList({ request, refused, dialogues }: BeginProps) {
  const words = opinionListWords[request.lang]
  const month = `${request.today.slice(5, 7)}/${request.today.slice(0, 4)}`
  const agency = request.chrome.user?.agency ?? ''
  return (
    <Section title={words.newList}>
      <Form
        action={request.link(OPINION_LISTS)}
        values={refused?.values ?? { title: words.nameDefault(agency, month) }}
        errors={refused?.errors ?? {}}
      >
        <TextField name="title" label={words.name} required />
        <SelectField
          name="dialogueId"
          label={words.dialogue}
          choices={dialogues.map((one) => ({ value: String(one.id), label: one.title }))}
          empty={petitionWords[request.lang].noDialogue}
        />
        <FormButtons verb={words.begin} />
      </Form>
    </Section>
  )
}

/** POST /danh-sach */
export async function postOpinionList(request: OfficeRequest): Promise<OfficeReply> {
  const words = opinionListWords[request.lang]
  return submitForm(request, openOpinionList, {
    onDone: ({ id }) => redirectTo(request.link(`${OPINION_LISTS}/${id}`), words.begun),
    onRefused: (refused) => showOpinionLists(request, refused),
  })
}
