import { isOpen } from '../../../dialogues/dialogue.ts'
import { type Invitee, listInvitees } from '../../../dialogues/dialogue-people-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { invitationWords } from '../../words/invitation-words.ts'
import type { Lang } from '../../words/words.ts'
import type { DialoguePage } from './dialogue-act.tsx'
import { agencyChoices, mayDo, openedRow } from './dialogue-request.ts'
import { AddInviteeForm, EditInviteeForms, RollCallForm, SendInvitationsForm } from './invitee-forms.tsx'
import { subpage } from './subpage.tsx'

function columns(lang: Lang): Column<Invitee>[] {
  const words = conferenceWords[lang].people
  return [
    { key: 'name', label: words.name, main: true, cell: (one) => one.name },
    { key: 'title', label: words.title, cell: (one) => one.title || one.agencyName || '' },
    {
      key: 'kind',
      label: words.kind,
      deskOnly: true,
      cell: (one) => words.kinds[one.kind as keyof typeof words.kinds] ?? one.kind,
    },
    { key: 'count', label: words.headcount, numeric: true, deskOnly: true, cell: (one) => one.headcount },
    { key: 'nominated', label: words.nominatedBy, deskOnly: true, cell: (one) => one.nominatedBy ?? '' },
    { key: 'sent', label: words.sent, cell: (one) => (one.sentOn ? formatDay(one.sentOn) : words.notSent) },
    { key: 'reply', label: words.reply, cell: (one) => replyOf(one, lang) },
    {
      key: 'attended',
      label: words.attended,
      cell: (one) => (one.attended === null ? '' : one.attended ? words.yes : words.no),
    },
  ]
}

function replyOf(invitee: Invitee, lang: Lang): string {
  const words = conferenceWords[lang].people
  if (!invitee.sentOn) return ''
  const reply = words.replies[invitee.reply as keyof typeof words.replies] ?? invitee.reply
  return invitee.replyNote ? `${reply}: ${invitee.replyNote}` : reply
}

/** Thành phần, giấy mời: who is invited and nominated, what was sent, who answered and came (E4, E9, B14). */
export const peoplePage: DialoguePage = async (request, dialogue, refusal) => {
  const { lang } = request
  const words = conferenceWords[lang].people
  const base = request.link(`/hoi-nghi/${dialogue.id}/thanh-phan`)
  const invitees = await listInvitees(request.db, request.authority.id, dialogue.id)
  const agencies = await agencyChoices(request)
  const open = isOpen(dialogue)
  const prepares = open && mayDo(request, 'dialogue:prepare')
  const opens = open && (prepares || mayDo(request, 'dialogue:invite'))
  const rowId = openedRow(request, refusal) || Number(/-(\d+)$/.exec(refusal?.form ?? '')?.[1] ?? 0)
  const opened = opens ? invitees.find((one) => one.id === rowId) : undefined
  const unsent = invitees.filter((one) => one.sentOn === null)
  const props = { lang, base, refusal, agencies }
  return subpage(
    request,
    dialogue,
    {
      ...{ key: 'people', refusal, help: words.help },
      actions:
        invitees.length > 0 && mayDo(request, 'dialogue:invite') ? (
          <LinkButton icon="print" href={`${base}/giay-moi`}>
            {invitationWords[lang].print}
          </LinkButton>
        ) : null,
    },
    <>
      {opened ? (
        <>
          <EditInviteeForms
            {...props}
            invitee={opened}
            mayEdit={prepares}
            mayReply={mayDo(request, 'dialogue:invite')}
          />
          {mayDo(request, 'dialogue:invite') ? (
            <p class="my-3">
              <LinkButton small icon="print" href={`${base}/giay-moi?nguoi=${opened.id}`}>
                {invitationWords[lang].printOne}
              </LinkButton>
            </p>
          ) : null}
        </>
      ) : null}
      <Section title={words.list} count={invitees.length}>
        {invitees.length === 0 ? (
          <EmptyState icon="meeting" title={words.emptyTitle} help={words.emptyHelp} />
        ) : (
          <DataTable
            caption={words.list}
            columns={columns(lang)}
            rows={invitees}
            rowKey={(one) => String(one.id)}
            rowHref={(one) => (opens ? `${base}?sua=${one.id}` : null)}
          />
        )}
      </Section>
      {open && unsent.length > 0 && mayDo(request, 'dialogue:invite') ? (
        <SendInvitationsForm {...props} unsent={unsent} today={formatDay(request.today)} />
      ) : null}
      {dialogue.state === 'preparing' && mayDo(request, 'dialogue:nominate') ? (
        <AddInviteeForm {...props} nominates={!prepares} />
      ) : null}
      {open && invitees.length > 0 && mayDo(request, 'dialogue:conduct') ? (
        <DetailsBlock summary={words.rollTitle} open={refusal?.form === 'roll'}>
          <RollCallForm {...props} invitees={invitees} />
        </DetailsBlock>
      ) : null}
    </>,
  )
}
