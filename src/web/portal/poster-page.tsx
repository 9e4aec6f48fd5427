import { readingWords } from '../words/portal-reading-words.ts'
import { formText, whenText } from './dialogue-card.tsx'
import { ownLanguage } from './entry-list.tsx'
import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from './portal-route.ts'
import { publicDialogueOf } from './public-dialogue-page.tsx'

/** The shortest address of a dialogue, to be typed from a poster. */
function shortAddress({ origin, authority }: PortalRequest, dialogueId: number): string {
  return `${origin}/cong/${authority.slug}/hoi-nghi/${dialogueId}`
}

/** GET /hoi-nghi/:id/qr.svg: a picture of the address; SVG so that it prints at any size. */
export async function sendQr(request: PortalRequest): Promise<PortalReply> {
  const { dialogueId } = await publicDialogueOf(request)
  const { default: QRCode } = await import('qrcode')
  const body = await QRCode.toString(shortAddress(request, dialogueId), {
    type: 'svg',
    margin: 4,
    errorCorrectionLevel: 'M',
  })
  return { kind: 'data', mediaType: 'image/svg+xml', body, cacheSeconds: 60 }
}

/** GET /hoi-nghi/:id/bang-tin: one A4 page for the notice board, with QR code and the address to type. */
export async function showPoster(request: PortalRequest): Promise<PortalReply> {
  const { lang, chrome, link, authority } = request
  const words = readingWords[lang]
  const own = ownLanguage(lang)
  const dialogue = await publicDialogueOf(request)
  const facts: [string, string][] = [
    [words.time, whenText(dialogue, lang)],
    [words.place, dialogue.venue],
    [words.form, formText(dialogue.form, lang)],
    [words.topic, dialogue.topic],
    [words.chair, dialogue.chair],
    [words.takingPart, dialogue.takingPart],
  ]
  return portalPage(
    <PortalPage chrome={chrome} title={`${words.posterTitle}: ${dialogue.title}`} width="narrow">
      <article class="poster">
        <p class="poster-authority">{authority.name}</p>
        <p class="poster-kind">{words.posterTitle}</p>
        <h1 {...own}>{dialogue.title}</h1>
        <dl class="facts facts-wide">
          {facts
            .filter(([, value]) => value !== '')
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd {...own}>{value}</dd>
              </div>
            ))}
        </dl>
        <div class="poster-code">
          <img src={link(`/hoi-nghi/${dialogue.dialogueId}/qr.svg`)} alt={words.qr} width="180" height="180" />
          <p>
            {words.scan}:<br />
            <strong class="poster-address">
              {shortAddress(request, dialogue.dialogueId).replace(/^https?:\/\//, '')}
            </strong>
          </p>
        </div>
      </article>
    </PortalPage>,
  )
}
