import { getAuthority } from '../../../agencies/authority-store.ts'
import { decideRequest, decideRequestOnPaper } from '../../../dialogues/decide-request.ts'
import { eraseRequestName } from '../../../dialogues/erase-request-name.ts'
import { listSigners } from '../../../dialogues/portal-register-store.ts'
import { REQUESTER_KINDS } from '../../../dialogues/register-forms.ts'
import { registerRequest } from '../../../dialogues/register-request.ts'
import { weighRequest } from '../../../dialogues/request-rules.ts'
import { type DialogueRequest, listRequests } from '../../../dialogues/request-store.ts'
import { withdrawRequest } from '../../../dialogues/withdraw-request.ts'
import { type Attachment, listAttachments } from '../../../documents/attachment-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
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
import { FileList } from '../documents/file-list.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, type OfficeRoute } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { formState, mayDo, openedRow, type Refusal, wordChoices } from './dialogue-request.ts'
import { decisionPage, PaperDecisionFields, paperDecisionFact } from './paper-decision-fields.tsx'

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
        <>
          <StateBadge tone={TONES[one.state as 'received']} label={words.requestStates[one.state as 'received']} />
          {one.paperApprover === null ? null : <span class="block text-sm">{words.onPaper}</span>}
        </>
      ),
    },
    {
      key: 'dialogue',
      label: dialogueWords[page.lang].name,
      cell: (one) =>
        one.dialogueId === null ? (
          one.state === 'accepted' && mayDo(page, 'dialogue:open') ? (
            <a
              href={page.link(`/hoi-nghi/moi?yeu-cau=${one.id}`)}
              aria-label={`${words.openDialogue}: ${one.requesterName}, ${formatDay(one.receivedOn)}`}
            >
              {words.openDialogue}
            </a>
          ) : (
            ''
          )
        ) : (
          <a
            href={page.link(`/hoi-nghi/${one.dialogueId}`)}
            aria-label={`${words.seeDialogue}: ${one.requesterName}, ${formatDay(one.receivedOn)}`}
          >
            {words.seeDialogue}
          </a>
        ),
    },
  ]
}

interface Opened {
  page: OfficeRequest
  row: DialogueRequest
  refusal: Refusal | null
}

/** The chair decides in the program, or the lead office records what was decided on paper. */
function DecideForm({ page, row, refusal, onPaper = false }: Opened & { onPaper?: boolean }) {
  const words = dialogueFormWords[page.lang]
  const form = `${onPaper ? 'paper' : 'decide'}-${row.id}`
  const verb = onPaper ? words.decideOnPaper : words.decideTitle
  return (
    <Form
      action={page.link(`${BASE}/${row.id}/${onPaper ? 'quyet-dinh-tren-giay' : 'quyet-dinh'}`)}
      multipart={onPaper}
      label={verb}
      {...formState(refusal, form, { decidedOn: formatDay(page.today), decision: 'accepted' })}
    >
      <RadioGroupField
        id={`${form}-decision`}
        name="decision"
        label={words.decision}
        choices={wordChoices(['accepted', 'declined'], words.decisions)}
        inline
        required
      />
      <DayField id={`${form}-on`} name="decidedOn" label={words.decidedOnDay} required />
      <TextAreaField id={`${form}-reason`} name="decisionReason" label={words.decisionReason} rows={2} />
      {onPaper ? <PaperDecisionFields lang={page.lang} prefix={form} /> : null}
      <FormButtons verb={verb} cancelHref={page.link(BASE)} />
    </Form>
  )
}

type Signers = Awaited<ReturnType<typeof listSigners>>

function OpenedRequest({
  page,
  row,
  refusal,
  files,
  signers,
}: Opened & { files: readonly Attachment[]; signers: Signers }) {
  const words = dialogueFormWords[page.lang]
  const withdrawable = row.dialogueId === null && row.state !== 'withdrawn' && row.state !== 'declined'
  const onPaper = paperDecisionFact(row, row.decidedOn, page.lang)
  return (
    <Card title={`${row.requesterName}: ${shortened(row.content, 100)}`} level={2} look="marked">
      {row.decisionReason ? <p>{row.decisionReason}</p> : null}
      {onPaper ? <p>{onPaper}</p> : null}
      {files.length > 0 ? <FileList request={page} files={files} /> : null}
      {row.phone || row.email ? <p>{[row.phone, row.email].filter(Boolean).join(' · ')}</p> : null}
      {signers.length > 0 ? (
        <DetailsBlock summary={words.signersOnPortal(signers.length)}>
          <ol class="list-decimal pl-6">
            {signers.map((one, at) => (
              <li key={at}>{[one.name, one.village].filter(Boolean).join(', ')}</li>
            ))}
          </ol>
        </DetailsBlock>
      ) : null}
      {row.state === 'received' && mayDo(page, 'request:decide') ? (
        <DecideForm page={page} row={row} refusal={refusal} />
      ) : null}
      {row.state === 'received' && mayDo(page, 'dialogue:prepare') ? (
        <DetailsBlock summary={words.decideOnPaper} open={refusal?.form === `paper-${row.id}`}>
          <DecideForm page={page} row={row} refusal={refusal} onPaper />
        </DetailsBlock>
      ) : null}
      {withdrawable && mayDo(page, 'request:register') ? (
        <Form
          action={page.link(`${BASE}/${row.id}/rut`)}
          label={words.withdrawTitle}
          {...formState(refusal, `withdraw-${row.id}`)}
        >
          <TextField name="reason" label={words.reason} required />
          <FormButtons verb={words.withdrawTitle} />
        </Form>
      ) : null}
      {mayDo(page, 'petition:erase-person') ? <EraseForm page={page} row={row} refusal={refusal} /> : null}
    </Card>
  )
}

/** Who asked, or signed, may ask to be forgotten. */
function EraseForm({ page, row, refusal }: Opened) {
  const words = dialogueFormWords[page.lang].eraseName
  const form = `erase-${row.id}`
  return (
    <DetailsBlock summary={words.title} open={refusal?.form === form}>
      <Form
        action={page.link(`${BASE}/${row.id}/xoa-ten`)}
        label={words.title}
        draft={false}
        {...formState(refusal, form)}
      >
        <p class="field-help">{words.help}</p>
        <TextField id={`${form}-name`} name="name" label={words.name} required />
        <TextField id={`${form}-reason`} name="reason" label={dialogueFormWords[page.lang].reason} required />
        <CheckboxField name="alsoContents" label={words.words} />
        <FormButtons verb={words.title} danger />
      </Form>
    </DetailsBlock>
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
  const files = opened ? await listAttachments(page.db, page.authority.id, 'dialogueRequest', opened.id) : []
  const signers = opened?.fromPortal ? await listSigners(page.db, page.authority.id, opened.id) : []
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
      {opened ? <OpenedRequest page={page} row={opened} refusal={refusal} files={files} signers={signers} /> : null}
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
    ...{ method: 'POST', url: `${BASE}/:id/quyet-dinh-tren-giay`, permission: 'dialogue:prepare' },
    handle: (page) =>
      submitForm(page, decideRequestOnPaper, {
        input: { ...page.form, id: idParam(page), ...decisionPage(page) },
        onDone: () => done(page, dialogueFormWords[page.lang].saved),
        onRefused: (refused) => registerPage(page, { ...refused, form: `paper-${idParam(page)}` }),
      }),
  },
  {
    ...{ method: 'POST', url: `${BASE}/:id/xoa-ten`, permission: 'petition:erase-person' },
    handle: (page) =>
      submitForm(page, eraseRequestName, {
        onDone: ({ rows }) => done(page, dialogueFormWords[page.lang].eraseName.done(rows)),
        onRefused: (refused) => registerPage(page, { ...refused, form: `erase-${idParam(page)}` }),
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
