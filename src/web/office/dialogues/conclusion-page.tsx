import {
  type ConclusionItem,
  findConclusionNotice,
  listConclusionItems,
  paperInWork,
} from '../../../dialogues/conclusion-store.ts'
import { isOpen } from '../../../dialogues/dialogue.ts'
import { listAttachments } from '../../../documents/attachment-store.ts'
import { findPaper } from '../../../documents/paper-store.ts'
import { listPetitionsOfItems, listPetitionsToConclude } from '../../../petitions/conclusion-petition-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { conclusionToApprove } from '../../../procedures/kept-text.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { conclusionWords } from '../../words/conclusion-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { ConclusionCopies } from '../papers/conclusion-copies.tsx'
import { KeptTextCard, readKeptText } from '../papers/kept-text-part.tsx'
import { ApprovalCard, CorrectionCard, extensionCard } from './conclusion-approval.tsx'
import { AddItemForm, CoverForm, EditItemForms, SettleItemForms } from './conclusion-item-forms.tsx'
import type { DialoguePage } from './dialogue-act.tsx'
import { agencyChoices, formState, mayDo, openedRow } from './dialogue-request.ts'
import { OrderButtons } from './row-order-acts.tsx'
import { subpage } from './subpage.tsx'

function limitOf(item: ConclusionItem, lang: Lang): string {
  const words = conclusionWords[lang]
  if (item.doneOn) return words.doneOn(formatDay(item.doneOn))
  if (item.dueOn)
    return item.paperApprover ? `${formatDay(item.dueOn)} (${words.confirmedOnPaper})` : formatDay(item.dueOn)
  if (!item.openProposal) return ''
  return item.proposedSettlement ? words.waitingConfirmation : words.waitingProposal
}

interface TableOptions {
  lang: Lang
  base: string
  items: readonly ConclusionItem[]
  drafting: boolean
  agencyName: (id: number) => string
  petitions: ReadonlyMap<number, string[]>
}

function itemColumns({ lang, base, items, drafting, agencyName, petitions }: TableOptions): Column<ConclusionItem>[] {
  const words = conclusionWords[lang]
  const order: Column<ConclusionItem> = {
    key: 'order',
    label: '',
    cell: (item) => (
      <OrderButtons lang={lang} base={`${base}/muc`} rows={items} row={item} of={shortened(item.content, 80)} />
    ),
  }
  return [
    { key: 'number', label: words.number, numeric: true, cell: (item) => item.position },
    { key: 'content', label: words.content, main: true, wide: true, cell: (item) => item.content },
    {
      key: 'conclusion',
      label: words.conclusion,
      wide: true,
      cell: (item) => item.conclusion || <StateBadge tone="warn" label={words.notConcluded} />,
    },
    {
      key: 'agencies',
      label: words.lead,
      cell: (item) => (
        <span class="block min-w-40">
          {item.leadAgencyName ?? ''}
          {item.supportingAgencyIds.length > 0 ? (
            <span class="block text-sm opacity-80">
              {words.with(item.supportingAgencyIds.map(agencyName).filter(Boolean).join('; '))}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'due',
      label: words.due,
      cell: (item) => (
        <span class="block min-w-28">
          {limitOf(item, lang)}
          <span class="block text-sm opacity-80">{words.dispositions[item.disposition as 'noteAndReportUp']}</span>
        </span>
      ),
    },
    {
      key: 'petitions',
      label: words.petitions,
      deskOnly: true,
      cell: (item) => <span class="block min-w-32 text-sm">{(petitions.get(item.id) ?? []).join(', ')}</span>,
    },
    ...(drafting ? [order] : []),
  ]
}

async function petitionCodes(request: OfficeRequest, dialogueId: number): Promise<Map<number, string[]>> {
  const codes = new Map<number, string[]>()
  for (const petition of await listPetitionsOfItems(request.db, request.authority.id, dialogueId)) {
    codes.set(petition.conclusionItemId!, [...(codes.get(petition.conclusionItemId!) ?? []), petition.code])
  }
  return codes
}

function mayWorkOn(request: OfficeRequest, item: ConclusionItem): boolean {
  const agencyIds = [...(item.leadAgencyId === null ? [] : [item.leadAgencyId]), ...item.supportingAgencyIds]
  return request.actor.may('conclusion:propose-settlement', { authorityId: request.authority.id, agencyIds })
}

/** Kết luận: the notice as an object with its items (forms.md 6), drafted, approved, followed up. */
export const conclusionPage: DialoguePage = async (request, dialogue, refusal) => {
  const { db, lang, authority } = request
  const words = conclusionWords[lang]
  const base = request.link(`/hoi-nghi/${dialogue.id}/ket-luan`)
  if (dialogue.state === 'preparing' || dialogue.state === 'cancelled') {
    return subpage(request, dialogue, { key: 'conclusion', refusal }, <EmptyState icon="report" title={words.notYet} />)
  }
  const [notice, items, { regulation }, agencies] = await Promise.all([
    findConclusionNotice(db, authority.id, dialogue.id),
    listConclusionItems(db, authority.id, dialogue.id),
    getRegulationVersion(db, dialogue.regulationVersionId),
    agencyChoices(request),
  ])
  if (notice?.state !== 'issued' && !mayDo(request, 'dossier:read')) {
    return subpage(
      request,
      dialogue,
      { key: 'conclusion', refusal },
      <EmptyState icon="report" title={words.notIssuedYet} />,
    )
  }
  const open = isOpen(dialogue)
  const drafting = open && (notice === null || notice.state === 'draft') && mayDo(request, 'conclusion:draft')
  const issued = notice?.state === 'issued'
  const rowId = openedRow(request, refusal) || Number(/-(\d+)$/.exec(refusal?.form ?? '')?.[1] ?? 0)
  const opened = items.find((item) => item.id === rowId)
  const mayOpen = (item: ConclusionItem) =>
    drafting || (issued && (mayWorkOn(request, item) || (open && mayDo(request, 'conclusion:approve'))))
  const uncovered = drafting ? await listPetitionsToConclude(db, authority.id, dialogue.id) : []
  const unfilled = uncovered.length
  const names = new Map(agencies.map((agency) => [Number(agency.value), agency.label]))
  const table = {
    lang,
    base,
    items,
    drafting,
    agencyName: (id: number) => names.get(id) ?? '',
    petitions: await petitionCodes(request, dialogue.id),
  }
  const props = { lang, base, refusal, agencies }
  const paper = notice?.paperId ? await findPaper(db, authority.id, paperInWork(notice)) : null
  const kept = items.length > 0 ? await readKeptText(request, paper) : null
  const texts = { assessment: notice?.assessment ?? '', implementation: notice?.implementation ?? '' }
  return subpage(
    request,
    dialogue,
    {
      ...{ key: 'conclusion' as const, refusal, help: words.help },
      actions: notice ? <ConclusionCopies request={request} dialogueId={dialogue.id} issued={issued} /> : null,
    },
    <>
      {notice ? (
        <p class="mb-3">
          <StateBadge
            tone={notice.state === 'draft' ? 'info' : 'good'}
            label={words.noticeStates[notice.state as 'draft' | 'approved' | 'issued']}
          />
        </p>
      ) : null}
      {opened && drafting ? (
        <>
          <EditItemForms {...props} item={opened} />
          <CoverForm {...props} item={opened} petitions={uncovered} />
        </>
      ) : null}
      {opened && issued && mayOpen(opened) ? (
        <SettleItemForms
          {...props}
          item={opened}
          today={formatDay(request.today)}
          mayPropose={mayWorkOn(request, opened)}
          request={request}
          files={await listAttachments(db, authority.id, 'conclusionItem', opened.id)}
          mayConfirm={mayDo(request, 'conclusion:approve')}
          mayConfirmOnPaper={mayDo(request, 'conclusion:draft')}
          isClosed={dialogue.state === 'closed'}
        />
      ) : null}
      <Section title={words.items} count={items.length} help={unfilled > 0 ? words.fillHelp(unfilled) : ''}>
        {unfilled > 0 ? <ActionBar actions={[{ label: words.fill, post: `${base}/dua-kien-nghi` }]} /> : null}
        {refusal?.errors[''] && ['fill', 'order'].includes(refusal.form) ? (
          <p role="alert">{refusal.errors['']}</p>
        ) : null}
        {items.length === 0 ? (
          <EmptyState icon="report" title={words.emptyTitle} help={drafting ? words.emptyHelp : ''} />
        ) : (
          <DataTable
            caption={words.items}
            columns={itemColumns(table)}
            rows={items}
            rowKey={(item) => String(item.id)}
            rowHref={(item) => (mayOpen(item) ? `${base}?sua=${item.id}` : null)}
          />
        )}
        {drafting ? <AddItemForm {...props} /> : null}
      </Section>
      <Section title={words.texts}>
        {drafting ? (
          <Form
            action={base}
            version={notice?.version ?? ''}
            label={words.texts}
            {...formState(refusal, 'texts', texts)}
          >
            <TextAreaField name="assessment" label={words.assessment} help={words.assessmentHelp} rows={6} />
            <TextAreaField
              name="implementation"
              label={words.implementation}
              help={words.implementationHelp}
              rows={6}
            />
            <FormButtons verb={words.save} />
          </Form>
        ) : (
          <>
            <ProseText text={texts.assessment} />
            <ProseText text={texts.implementation} />
          </>
        )}
      </Section>
      {kept ? <KeptTextCard request={request} kept={kept} /> : null}
      {notice && paper ? (
        <ApprovalCard
          request={request}
          dialogue={dialogue}
          refusal={refusal}
          base={base}
          notice={notice}
          paper={paper}
          behind={kept?.behind != null}
          seen={await conclusionToApprove(db, authority.id, notice, items)}
        />
      ) : null}
      {notice ? (
        <CorrectionCard request={request} dialogue={dialogue} refusal={refusal} base={base} notice={notice} />
      ) : null}
      {await extensionCard({ request, dialogue, refusal, base, regulation })}
    </>,
  )
}
