import { mailText } from '../../../mail/mail-text.ts'
import type { MailContent } from '../../../mail/outbox-message.ts'
import { NotFound } from '../../../platform/errors.ts'
import { printInstead, resendMail } from '../../../procedures/resend-mail.ts'
import { findOutboxLine } from '../../../reports/outbox-list-store.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { mailWords } from '../../words/mail-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { kindOf, MailState, OUTBOX, readerOf, stateNote, wayOf } from './outbox-page.tsx'

/** GET /thu-gui-di/:id: one message as it goes out, without the secret link that is its reader's alone. */
export async function showMail(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, actor, authority, lang } = request
  const words = mailWords[lang]
  const line = await findOutboxLine(db, actor, authority.id, idParam(request))
  if (!line) throw new NotFound('outbox-message')
  const content = line.content as MailContent | null
  const path = request.link(`${OUTBOX}/${line.id}`)
  return officePage(
    request,
    { title: words.letter, active: 'petitions', ...(refused ? { status: refused.status } : {}) },
    <>
      <PageHeading
        trail={[{ href: request.link(OUTBOX), label: words.title }]}
        title={line.subject || kindOf(line.kind, lang)}
        kicker={line.codes.join(', ')}
      />
      {refused ? <ErrorSummary errors={refused.errors} labels={{}} /> : null}
      <DefinitionList
        facts={[
          { label: words.columns.to, value: [readerOf(line, lang), wayOf(line, lang)].filter(Boolean).join(' – ') },
          {
            label: words.columns.state,
            value: (
              <>
                <MailState line={line} lang={lang} /> {stateNote(line, lang)}
              </>
            ),
          },
          { label: words.columns.when, value: formatMoment(line.settledAt ?? line.createdAt, lang) },
          ...(line.lastError ? [{ label: words.serverSaid, value: line.lastError }] : []),
        ]}
      />
      <div class="mt-5">
        <ActionBar actions={mayResend(request) ? actionsFor(request, line, path) : []} />
      </div>
      <Section title={words.text}>
        <ProseText text={content ? mailText(content, () => words.secretLink) : words.notWritten} />
      </Section>
    </>,
  )
}

function mayResend({ actor, authority }: OfficeRequest): boolean {
  return actor.may('mail:resend', { authorityId: authority.id })
}

function actionsFor(
  { lang }: OfficeRequest,
  line: { state: string; channel: string | null; recipientKind: string },
  path: string,
) {
  const words = mailWords[lang]
  const actions: Action[] = []
  if (['failed', 'givenUp', 'sent'].includes(line.state) && line.recipientKind !== 'follower')
    actions.push({ label: words.resend, post: `${path}/gui-lai`, icon: 'arrow' })
  if (
    ['waiting', 'failed', 'givenUp'].includes(line.state) &&
    line.channel !== 'letter' &&
    line.recipientKind === 'petitioner'
  )
    actions.push({ label: words.printInstead, post: `${path}/in-giay`, icon: 'print' })
  return actions
}

/** POST /thu-gui-di/:id/gui-lai */
export function postResend(request: OfficeRequest): Promise<OfficeReply> {
  const back = redirectTo(request.link(`${OUTBOX}/${idParam(request)}`), mailWords[request.lang].resent)
  return submitForm(request, resendMail, { onDone: () => back, onRefused: (refused) => showMail(request, refused) })
}

/** POST /thu-gui-di/:id/in-giay */
export function postPrintInstead(request: OfficeRequest): Promise<OfficeReply> {
  const back = redirectTo(request.link(`${OUTBOX}/in-thu`), mailWords[request.lang].toPrint)
  return submitForm(request, printInstead, { onDone: () => back, onRefused: (refused) => showMail(request, refused) })
}
