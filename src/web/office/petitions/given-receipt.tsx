import { qrDataUrl } from '../../../papers/qr-svg.ts'
import { shortened } from '../../../platform/shortened.ts'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { quickEntryWords } from '../../words/quick-entry-words.ts'
import { spellOut } from '../../words/spell-out.ts'
import type { Lang } from '../../words/words.ts'

/** What a receipt says of a submission. */
interface ReceiptFacts {
  petitions: readonly { id: number; code: string; content: string }[]
  codes: string
  from: string
  channel: string
  receivedOn: string
  taker: string
}

interface Given {
  facts: ReceiptFacts
  lang: Lang
  authority: string
  /** the short code, shown here alone */
  code: string
  /** the whole address with the secret, for the square code */
  address: string
  /** where the short code is typed */
  typedAt: string
  fingerprint: string
  nextHref: string
}

/** The receipt on half a sheet (A5): what was received from whom, and how its holder follows it. */
export function GivenReceipt({ facts, lang, authority, code, address, typedAt, fingerprint, nextHref }: Given) {
  const words = quickEntryWords[lang]
  return (
    <>
      <div class="print:hidden">
        <PageHeading
          title={words.receipt}
          meta={`${words.showOnce} ${words.print}`}
          actions={<LinkButton href={nextHref}>{words.nextEntry}</LinkButton>}
        />
      </div>
      <article class="counter-receipt" aria-label={words.receiptTitle}>
        <p class="counter-receipt-authority">{authority}</p>
        <h2>{words.receiptTitle}</h2>
        <div class="counter-receipt-body">
          <dl>
            <Fact label={words.codes} value={facts.petitions.map((one) => one.code)} strong />
            <Fact label={words.code} value={[code]} strong />
            <Fact label={words.receivedFrom} value={[facts.from || words.unnamed]} />
            <Fact label={words.on} value={[[facts.receivedOn, facts.channel].filter(Boolean).join(' · ')]} />
          </dl>
          <img src={qrDataUrl(address)} alt={words.qrAlt} width="132" height="132" />
        </div>
        <p>
          <strong>{words.follow}:</strong> {words.followBy(typedAt)}
        </p>
        <ol class="receipt-contents">
          {facts.petitions.map((one) => (
            <li key={one.id}>
              <strong>{one.code}</strong>: {shortened(one.content)}
            </li>
          ))}
        </ol>
        <div class="receipt-signs">
          <Sign label={words.sender} note={words.sign} />
          <Sign label={words.taker} note={words.sign} name={facts.taker} />
        </div>
        <p class="counter-receipt-small">
          {words.followLost} {words.fingerprint}: {fingerprint}
        </p>
      </article>
    </>
  )
}

/** Several values stand one below the other: a code is copied by hand, so it is never broken. */
function Fact({ label, value, strong = false }: { label: string; value: readonly string[]; strong?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      {value.map((one) => (
        <dd key={one} class={strong ? 'counter-receipt-code' : ''}>
          {one}
        </dd>
      ))}
    </div>
  )
}

function Sign({ label, note, name = '' }: { label: string; note: string; name?: string }) {
  return (
    <p>
      <strong>{label}</strong>
      <br />
      {note}
      <span class="receipt-name">{name}</span>
    </p>
  )
}

/** The same for the telephone: large, in groups, with how each is said. */
export function ReceiptToRead({ facts, lang, code, typedAt, nextHref }: Given) {
  const words = quickEntryWords[lang]
  return (
    <>
      <PageHeading
        title={words.readTitle}
        kicker={facts.from || words.unnamed}
        meta={words.showOnce}
        actions={<LinkButton href={nextHref}>{words.nextEntry}</LinkButton>}
      />
      <ol class="read-out">
        <li>
          <p>{words.readStepCode}</p>
          <p class="read-out-code">{facts.codes}</p>
        </li>
        <li>
          <p>{words.readStepSecret}</p>
          <p class="read-out-code">{code}</p>
          <ul class="read-out-spelled">
            {spellOut(code, lang).map((group, at) => (
              <li key={at}>
                {code.split('-')[at]} – {words.readAs}: {group}
              </li>
            ))}
          </ul>
        </li>
        <li>
          <p>{words.readStepWhere}</p>
          <p class="read-out-code">{typedAt}</p>
        </li>
      </ol>
    </>
  )
}
