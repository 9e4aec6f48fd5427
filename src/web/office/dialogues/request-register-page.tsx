import { getAuthority } from '../../../agencies/authority-store.ts'
import { decideRequest } from '../../../dialogues/decide-request.ts'
import { REQUESTER_KINDS } from '../../../dialogues/register-forms.ts'
import { registerRequest } from '../../../dialogues/register-request.ts'
import { weighRequest } from '../../../dialogues/request-rules.ts'
import { type DialogueRequest, listRequests } from '../../../dialogues/request-store.ts'
import { withdrawRequest } from '../../../dialogues/withdraw-request.ts'
import { formatDay } from '../../../platform/day.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { formState, mayDo, openedRow, type Refusal, wordChoices } from './dialogue-request.ts'

const TONES = { received: 'warn', accepted: 'good', declined: 'quiet', withdrawn: 'quiet' } as const
const BASE = '/yeu-cau-doi-thoai'

/** The share of voters behind a request, and whether it binds (law 72, art. 43). */
function weightOf(request: DialogueRequest, voters: number | null, lang: Lang): string {
  if (request.requesterKind !== 'voters') return ''
  const words = dialogueFormWords[lang]
  const weight = weighRequest(request.signerCount, request.voterCount ?? voters)
  if (weight.percent === null || weight.needed === null) return ''
  const share = words.weightOf(formatNumber(weight.percent, lang), formatNumber(weight.needed, lang))
  return weight.binding ? `${share}, ${words.binding}` : share
}

function requestColumns(page: OfficeRequest, voters: number | null): Column<DialogueRequest>[] {
  const words = dialogueFormWords[page.lang]
  return [
    { key: 'received', label: words.receivedOn, cell: (one) => formatDay(one.receivedOn) },
    { key: 'name', label: words.requesterName, main: true, cell: (one) => one.requesterName },
    { key: 'kind', label: words.requesterKind, cell: (one) => words.requesterKinds[one.requesterKind as 'staff'] },
    { key: 'content', label: words.requestContent, wide: true, cell: (one) => one.content },
    { key: 'weight', label: words.weight, cell: (one) => weightOf(one, voters, page.lang) },
    {
      key: 'state',
      label: words.state,
      cell: (one) => (
        <StateBadge tone={TONES[one.state as 'received']} label={words.requestStates[one.state as 'received']} />
      ),
    },
    {
      key: 'dialogue',
      label: dialogueWords[page.lang].name,
      cell: (one) =>
        one.dialogueId === null ? (
          one.state === 'accepted' && mayDo(page, 'dialogue:open') ? (
            <a href={page.link(`/hoi-nghi/moi?yeu-cau=${one.id}`)}>{words.openDialogue}</a>
          ) : (
            ''
          )
        ) : (
          <a href={page.link(`/hoi-nghi/${one.dialogueId}`)}>{words.seeDialogue}</a>
        ),
    },
  ]
}

function OpenedRequest({ page, row, refusal }: { page: OfficeRequest; row: DialogueRequest; refusal: Refusal | null }) {
  const words = dialogueFormWords[page.lang]
  const base = page.link(`${BASE}/${row.id}`)
  const withdrawable = row.dialogueId === null && row.state !== 'withdrawn' && row.state !== 'declined'
  return (
    <Card title={`${row.requesterName}: ${row.content.slice(0, 100)}`} level={2} look="marked">
      {row.decisionReason ? <p>{row.decisionReason}</p> : null}
      {row.state === 'received' && mayDo(page, 'request:decide') ? (
        <Form
          action={`${base}/quyet-dinh`}
          label={words.decideTitle}
          {...formState(refusal, `decide-${row.id}`, { decidedOn: formatDay(page.today), decision: 'accepted' })}
        >
          <RadioGroupField
            name="decision"
            label={words.decision}
            choices={wordChoices(['accepted', 'declined'], words.decisions)}
            inline
            required
          />
          <DayField name="decidedOn" label={words.decidedOnDay} required />
          <TextAreaField name="decisionReason" label={words.decisionReason} rows={2} />
          <FormButtons verb={words.decideTitle} cancelHref={page.link(BASE)} />
        </Form>
      ) : null}
      {withdrawable && mayDo(page, 'request:register') ? (
        <Form action={`${base}/rut`} label={words.withdrawTitle} {...formState(refusal, `withdraw-${row.id}`)}>
          <TextField name="reason" label={words.reason} required />
          <FormButtons verb={words.withdrawTitle} />
        </Form>
      ) : null}
    </Card>
  )
}

function RegisterForm({ page, refusal }: { page: OfficeRequest; refusal: Refusal | null }) {
  const words = dialogueFormWords[page.lang]
  const stored = { receivedOn: formatDay(page.today), requesterKind: 'citizen' }
  return (
    <Card title={words.registerRequest} level={2}>
      <Form action={page.link(BASE)} label={words.registerRequest} {...formState(refusal, 'add', stored)}>
        <DayField name="receivedOn" label={words.receivedOn} required />
        <SelectField
          name="requesterKind"
          label={words.requesterKind}
          choices={wordChoices(REQUESTER_KINDS, words.requesterKinds)}
          empty={null}
          required
        />
        <TextField name="requesterName" label={words.requesterName} required />
        <TextAreaField name="content" label={words.requestContent} rows={3} required />
        <NumberField name="signerCount" label={words.signerCount} min={1} />
        <NumberField name="voterCount" label={words.voterCount} help={words.voterHelp} min={1} />
        <FormButtons verb={words.registerRequest} />
      </Form>
    </Card>
  )
}

async function registerPage(page: OfficeRequest, refusal: Refusal | null): Promise<OfficeReply> {
  const words = dialogueFormWords[page.lang]
  const rows = await listRequests(page.db, page.authority.id)
  const { voters } = await getAuthority(page.db, page.authority.id)
  const rowId = openedRow(page, refusal) || Number(/-(\d+)$/.exec(refusal?.form ?? '')?.[1] ?? 0)
  const opened = rows.find((one) => one.id === rowId)
  return officePage(
    page,
    {
      ...{ title: words.requestsTitle, active: 'dialogues', width: 'wide', keepDrafts: refusal !== null },
      ...(refusal ? { status: refusal.status } : {}),
    },
    <>
      <PageHeading
        trail={[{ href: page.link('/hoi-nghi'), label: dialogueWords[page.lang].dialogues }]}
        title={words.requestsTitle}
      />
      <p class="mb-4 max-w-[70ch] text-sm">{words.requestsHelp}</p>
      {opened ? <OpenedRequest page={page} row={opened} refusal={refusal} /> : null}
      <Section title={words.requestsTitle} count={rows.length}>
        {rows.length === 0 ? (
          <EmptyState icon="petition" title={words.requestsEmpty} help={words.requestsEmptyHelp} />
        ) : (
          <DataTable
            caption={words.requestsTitle}
            columns={requestColumns(page, voters)}
            rows={rows}
            rowKey={(one) => String(one.id)}
            rowHref={(one) => page.link(`${BASE}?sua=${one.id}`)}
          />
        )}
      </Section>
      {mayDo(page, 'request:register') ? <RegisterForm page={page} refusal={refusal} /> : null}
    </>,
  )
}

const done = (page: OfficeRequest, flash: string) => redirectTo(page.link(BASE), flash)

export const requestRoutes: OfficeRoute[] = [
  { method: 'GET', url: BASE, permission: 'request:read', handle: (page) => registerPage(page, null) },
  {
    ...{ method: 'POST', url: BASE, permission: 'request:register' },
    handle: (page) =>
      submitForm(page, registerRequest, {
        input: page.form,
        onDone: () => done(page, dialogueFormWords[page.lang].requestRegistered),
        onRefused: (refused) => registerPage(page, { ...refused, form: 'add' }),
      }),
  },
  {
    ...{ method: 'POST', url: `${BASE}/:id/quyet-dinh`, permission: 'request:decide' },
    handle: (page) =>
      submitForm(page, decideRequest, {
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => registerPage(page, { ...refused, form: `decide-${idParam(page)}` }),
      }),
  },
  {
    ...{ method: 'POST', url: `${BASE}/:id/rut`, permission: 'request:register' },
    handle: (page) =>
      submitForm(page, withdrawRequest, {
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => registerPage(page, { ...refused, form: `withdraw-${idParam(page)}` }),
      }),
  },
]
