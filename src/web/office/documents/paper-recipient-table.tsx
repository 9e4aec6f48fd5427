import type { PaperRecipient } from '../../../documents/paper.ts'
import { formatDay } from '../../../platform/day.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { Section } from '../../kit/section.tsx'
import { documentWords } from '../../words/document-words.ts'
import type { PaperPageView } from './paper-actions.ts'
import { PAPERS } from './paper-view.tsx'

/** To whom the paper goes: when and how it was sent, and when received. */
export function PaperRecipientTable({ view }: { view: PaperPageView }) {
  const { request, paper, scopes, recipients } = view
  const { lang, actor } = request
  const words = documentWords[lang]
  const purposes: Readonly<Record<string, string>> = words.purposes
  const channels: Readonly<Record<string, string>> = words.channels
  const at = (act: string) => request.link(`${PAPERS}/${paper.id}/${act}`)
  const maySend = actor.may('paper:send', scopes.working)
  const mayReceive = (recipient: PaperRecipient) =>
    actor.may('paper:send', {
      ...scopes.working,
      agencyIds: [...(scopes.working.agencyIds ?? []), ...(recipient.agencyId === null ? [] : [recipient.agencyId])],
    })
  const columns: Column<PaperRecipient>[] = [
    {
      key: 'name',
      label: words.recipient,
      main: true,
      cell: (row) => (row.remark ? `${row.name} (${row.remark})` : row.name),
    },
    {
      key: 'purpose',
      label: words.purpose,
      cell: (row) => (row.writtenTo ? words.recipientWrittenTo : (purposes[row.purpose] ?? row.purpose)),
    },
    {
      key: 'sent',
      label: words.sentOn,
      cell: (row) =>
        row.sentOn
          ? `${formatDay(row.sentOn)}${row.channel ? ` · ${channels[row.channel] ?? row.channel}` : ''}`
          : words.notSent,
    },
    {
      key: 'received',
      label: words.receivedOn,
      cell: (row) => (
        <>
          {row.receivedOn ? formatDay(row.receivedOn) : row.sentOn ? words.notReceived : ''}
          {row.receivedNote ? ` · ${row.receivedNote}` : ''}
        </>
      ),
    },
    {
      key: 'act',
      label: '',
      cell: (row) =>
        paper.state === 'issued' && row.sentOn && mayReceive(row) ? (
          <LinkButton href={at(`nhan/${row.id}`)} small label={words.recordReceiptOf(row.name)}>
            {words.recordReceipt}
          </LinkButton>
        ) : maySend && (paper.state === 'draft' || paper.state === 'approved') ? (
          <ActionBar
            actions={[
              {
                label: words.removeRecipient,
                post: at('bo-noi-nhan'),
                hidden: { recipientId: String(row.id) },
                variant: 'quiet',
              },
            ]}
          />
        ) : null,
    },
  ]
  return (
    <Section title={words.recipients} count={recipients.length}>
      {recipients.length === 0 ? (
        <p>{words.noRecipients}</p>
      ) : (
        <DataTable caption={words.recipients} columns={columns} rows={recipients} rowKey={(row) => String(row.id)} />
      )}
    </Section>
  )
}
