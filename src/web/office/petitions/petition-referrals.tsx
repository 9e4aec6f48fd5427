import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Card } from '../../kit/card.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { channelWords } from '../../words/petition-act-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { PETITIONS } from './petition-list-page.tsx'
import { PetitionStateBadge } from './petition-signs.tsx'
import type { PetitionView } from './petition-view.ts'

interface Props {
  request: OfficeRequest
  view: PetitionView
}

/** Where it went: transfers, escalations, its own procedure, letters and their addressees, related petitions, files. */
export function PetitionReferrals({ request, view }: Props) {
  return (
    <>
      <Elsewhere request={request} view={view} />
      <Letters request={request} view={view} />
      <Related request={request} view={view} />
      <Files request={request} view={view} />
    </>
  )
}

function Elsewhere({ request, view }: Props) {
  const words = petitionWords[request.lang]
  const { petition, transfers, escalations } = view
  const day = (on: string | null, said: (day: string) => string, missing: string) =>
    on ? said(formatDay(on as PetitionView['today'])) : missing
  return (
    <>
      {transfers.length > 0 ? (
        <Section title={words.transfers}>
          {transfers.map((transfer) => (
            <Card key={transfer.id} title={transfer.agencyName}>
              <p class="field-help">
                {[
                  formatDay(transfer.transferredOn),
                  day(transfer.petitionerToldOn, words.told, words.notTold),
                  day(transfer.frontCopiedOn, words.copied, words.notCopied),
                  day(transfer.answerReceivedOn, words.cameBack, words.notBack),
                ].join(' · ')}
              </p>
              <PaperLine request={request} view={view} paperId={transfer.slipPaperId} />
              <ProseText text={[transfer.reason, transfer.answer].filter(Boolean).join('\n\n')} />
            </Card>
          ))}
        </Section>
      ) : null}
      {escalations.length > 0 ? (
        <Section title={words.escalations}>
          {escalations.map((escalation) => (
            <Card key={escalation.id} title={escalation.agencyName}>
              <p class="field-help">
                {[
                  formatDay(escalation.sentOn),
                  day(escalation.answerReceivedOn, words.cameBack, words.notBack),
                  day(escalation.petitionerToldOn, words.told, words.notTold),
                ].join(' · ')}
              </p>
              <PaperLine request={request} view={view} paperId={escalation.paperId} />
              <ProseText text={[escalation.content, escalation.answer].filter(Boolean).join('\n\n')} />
            </Card>
          ))}
        </Section>
      ) : null}
      {petition.procedureOn ? (
        <Section title={words.procedure}>
          <p>
            {petition.procedure} · {petition.procedureBody} · {formatDay(petition.procedureOn)} ·{' '}
            {day(petition.petitionerToldOn, words.told, words.notTold)}
          </p>
        </Section>
      ) : null}
    </>
  )
}

/** The slip or paper it went with. */
function PaperLine({ request, view, paperId }: Props & { paperId: number | null }) {
  const paper = view.papers.find((one) => one.id === paperId)
  if (!paper) return null
  return (
    <p>
      <a href={request.link(`/van-ban/${paper.id}`)}>{[paper.number, paper.title].filter(Boolean).join(' · ')}</a>
    </p>
  )
}

function Letters({ request, view }: Props) {
  const words = petitionWords[request.lang]
  const channels: Readonly<Record<string, string>> = channelWords[request.lang]
  const letters = view.papers.filter((paper) => paper.state === 'issued' && paper.kind === 'replyLetter')
  if (letters.length === 0) return null
  const unreported = letters.every(
    (letter) => !view.recipients.some((one) => one.paperId === letter.id && one.purpose === 'other' && one.sentOn),
  )
  return (
    <Section title={words.sendings}>
      {letters.map((letter) => (
        <Card
          key={letter.id}
          title={[letter.number, letter.title].filter(Boolean).join(' · ')}
          href={request.link(`/van-ban/${letter.id}`)}
        >
          <ul>
            {view.recipients
              .filter((one) => one.paperId === letter.id)
              .map((one) => (
                <li key={one.id}>
                  {one.name || words.erased}:{' '}
                  {one.sentOn
                    ? words.sentOn(formatDay(one.sentOn), channels[one.channel ?? ''] ?? one.channel ?? '')
                    : words.notSent}
                  {one.receivedOn ? ` · ${words.receivedOn(formatDay(one.receivedOn))}` : ''}
                  {one.receivedNote ? ` (${one.receivedNote})` : ''}
                </li>
              ))}
          </ul>
        </Card>
      ))}
      {unreported ? <p class="field-help">{words.missingReports}</p> : null}
    </Section>
  )
}

function Related({ request, view }: Props) {
  const words = petitionWords[request.lang]
  if (view.links.length === 0) return null
  return (
    <Section title={words.links} count={view.links.length}>
      <ul>
        {view.links.map((link) => (
          <li key={`${link.id}-${link.linkKind}`}>
            <a href={request.link(`${PETITIONS}/${link.id}`)}>{link.code}</a>{' '}
            {words.linkKinds[link.linkKind as keyof typeof words.linkKinds]} · {formatDay(link.receivedOn)} ·{' '}
            {link.confidential ? words.hidden : shortened(link.content, 90)} <PetitionStateBadge state={link.state} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Files({ request, view }: Props) {
  const words = petitionWords[request.lang]
  const files = view.files.filter((file) => file.withdrawnAt === null)
  if (files.length === 0) return null
  return (
    <Section title={words.files} count={files.length}>
      <ul>
        {files.map((file) => (
          <li key={file.id}>{file.erasedAt ? file.name : <a href={request.link(`/tep/${file.id}`)}>{file.name}</a>}</li>
        ))}
      </ul>
    </Section>
  )
}
