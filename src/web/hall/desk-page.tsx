import type { OfficeReply, OfficeRequest } from '../office/office-route.ts'
import { hallHomeWords } from '../words/hall-home-words.ts'
import { hallWords } from '../words/hall-words.ts'
import { kitWords } from '../words/kit-words.ts'
import { DeskApp } from './desk-app.tsx'
import { freshProps } from './hall-app-data.ts'
import { HallFrame } from './hall-frame.tsx'
import { DESK_PATHS, deskData, mayOpenDesk } from './hall-request.ts'
import { DESKS, type Desk } from './hall-view.ts'

/** The head of a desk: back to the hall, the conference, the other desks this reader may sit at. */
function DeskHead({ request, desk, title, base }: { request: OfficeRequest; desk: Desk; title: string; base: string }) {
  const words = hallWords[request.lang]
  const open = DESKS.filter((one) => mayOpenDesk(request, one))
  return (
    <header class="hall-head">
      <a class="skip-link" href="#main">
        {kitWords[request.lang].skip}
      </a>
      <p class="hall-soft">
        <a href={base}>← {words.hall}</a> · {request.authority.shortName}
      </p>
      <h1>{title}</h1>
      <nav aria-label={hallHomeWords[request.lang].desks}>
        <ul>
          {open.map((one) => (
            <li key={one}>
              <a href={base + DESK_PATHS[one]} aria-current={one === desk ? 'page' : undefined}>
                {words.desks[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <noscript>
        <p>
          {words.line.noScript} <a href={base + DESK_PATHS[desk]}>{words.reload}</a>
        </p>
      </noscript>
    </header>
  )
}

/** One desk; after a refused form without script the sentence stands on top, with what was typed to be copied. */
export async function deskPage(
  request: OfficeRequest,
  desk: Desk,
  refused: { sentence: string; status: number; typed: readonly string[] } | null = null,
): Promise<OfficeReply> {
  const { data, title } = await deskData(request, desk)
  const { view } = data
  return {
    kind: 'page',
    status: refused?.status ?? 200,
    node: (
      <HallFrame
        chrome={request.chrome}
        title={title}
        look="desk"
        data={data}
        head={
          <>
            <DeskHead
              request={request}
              desk={desk}
              title={view.kind === 'desk' ? view.title : title}
              base={data.base}
            />
            {request.chrome.flash ? (
              <p class="hall-said" role="status" data-flash={request.chrome.flash.tone}>
                {request.chrome.flash.text}
              </p>
            ) : null}
            {refused ? (
              <div class="hall-alert" role="alert" data-failed>
                <p>{refused.sentence}</p>
                {refused.typed.length > 0 ? (
                  <>
                    <p>{hallWords[request.lang].typed}</p>
                    <blockquote class="hall-content">{refused.typed.join('\n')}</blockquote>
                  </>
                ) : null}
              </div>
            ) : null}
          </>
        }
      >
        <DeskApp {...freshProps(data)} />
      </HallFrame>
    ),
  }
}

export function showDesk(desk: Desk) {
  return (request: OfficeRequest): Promise<OfficeReply> => deskPage(request, desk)
}
