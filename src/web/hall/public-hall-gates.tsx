import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Change } from '../../changes/define-change.ts'
import { performChange } from '../../changes/perform-change.ts'
import { programActor } from '../../changes/program-actor.ts'
import { askQuestion, supportQuestion } from '../../hall/ask-question.ts'
import { type Hall, hallKey } from '../../hall/hall.ts'
import { growHallIfOpen } from '../../hall/hall-store.ts'
import { qrDataUrl } from '../../papers/qr-svg.ts'
import { BrokenRule, NotFound } from '../../platform/errors.ts'
import type { GateReply, GateRequest, GateRoute } from '../office/office-route.ts'
import { publicHallWords } from '../words/public-hall-words.ts'
import { inputSentence, ruleSentence } from '../words/rule-sentence.ts'
import { ballotGates } from './ballot-gates.tsx'
import { orGone } from './gone-page.tsx'
import { freshProps, type PublicData } from './hall-app-data.ts'
import { HallFrame } from './hall-frame.tsx'
import { invitationGates } from './invitation-gate.tsx'
import { liveGates } from './live-gate.tsx'
import { PublicApp } from './public-app.tsx'
import { publicHallsOf } from './public-hall.ts'

const REFRESH_SECONDS = 15
/** who follows without script is shown what is new so often; the page of the form is left alone */
const PHONE_REFRESH_SECONDS = 30
const token = (request: GateRequest) => request.params['token'] ?? ''

async function hallAt(request: GateRequest, which: 'screenToken' | 'phoneToken'): Promise<Hall> {
  const hall = await publicHallsOf(request.runtime).find(which, token(request))
  if (!hall) throw new NotFound('hall')
  return hall
}

/** GET /man-hinh/…: what hangs on the wall. */
async function showScreen(request: GateRequest): Promise<GateReply> {
  const hall = await hallAt(request, 'screenToken')
  const { view } = await publicHallsOf(request.runtime).render(hall)
  const base = `/man-hinh/${hall.screenToken}`
  const data: PublicData = {
    ...publicData(request, base),
    screen: 'screen',
    asking: false,
    view: { ...view, now: request.now.getTime() },
    qr: qrDataUrl(request.origin + view.phonePath),
  }
  return {
    kind: 'page',
    status: 200,
    node: (
      <HallFrame chrome={request.chrome} title={view.title} look="screen" data={data} refreshSeconds={REFRESH_SECONDS}>
        <PublicApp {...freshProps(data)} />
      </HallFrame>
    ),
  }
}

function publicData(request: GateRequest, base: string): Omit<PublicData, 'view' | 'screen' | 'asking'> {
  return {
    ...{ lang: request.lang, base, csrf: request.chrome.csrf, qr: null, formKey: randomUUID() },
    dataUrl: `${base}/du-lieu`,
    eventsUrl: `${base}/su-kien`,
  }
}

interface Shown {
  status?: number
  said?: string | null
  errors?: Record<string, string>
  typed?: Record<string, string>
}

async function phonePage(request: GateRequest, shown: Shown = {}): Promise<GateReply> {
  const hall = await hallAt(request, 'phoneToken')
  const { view } = await publicHallsOf(request.runtime).render(hall)
  const asking = shown.errors !== undefined || request.query['hoi'] !== undefined
  const data: PublicData = {
    ...publicData(request, `/dt/${hall.phoneToken}`),
    screen: 'phone',
    asking,
    view: { ...view, now: request.now.getTime() },
    errors: shown.errors,
    typed: shown.typed,
  }
  return {
    kind: 'page',
    status: shown.status ?? 200,
    node: (
      <HallFrame
        chrome={request.chrome}
        title={view.title}
        look="phone"
        data={data}
        refreshSeconds={asking ? undefined : PHONE_REFRESH_SECONDS}
      >
        <PublicApp {...freshProps(data, shown.said ?? request.chrome.flash?.text ?? null)} />
      </HallFrame>
    ),
  }
}

interface PublicAct<Schema extends z.ZodType, Result> {
  change: Change<Schema, Result>
  input: (request: GateRequest) => Record<string, unknown>
  said: (lang: GateRequest['lang']) => string
  onDone?: (request: GateRequest, hall: Hall) => void
}

/** What somebody without an account sends: done by the program for whoever holds the address, once for each key. */
function publicAct<Schema extends z.ZodType, Result>(act: PublicAct<Schema, Result>) {
  return async (request: GateRequest): Promise<GateReply> => {
    const hall = await hallAt(request, 'phoneToken')
    const byScript = request.form['_script'] === '1'
    const sent = request.form['_key']
    const key = typeof sent === 'string' && /^[\w-]{1,100}$/.test(sent) ? `hall-${sent}` : randomUUID()
    let errors: Record<string, string> = {}
    try {
      const outcome = await performChange(request.runtime, act.change, {
        actor: programActor(hall.authorityId),
        authorityId: hall.authorityId,
        input: { ...act.input(request), id: hall.dialogueId },
        key,
      })
      if (outcome.ok) {
        act.onDone?.(request, hall)
        if (byScript) return { kind: 'data', status: 200, body: { ok: true, version: hall.version } }
        return { kind: 'redirect', to: `/dt/${hall.phoneToken}`, flash: act.said(request.lang) }
      }
      errors = Object.fromEntries(
        Object.entries(outcome.errors).map(([field, code]) => [field, inputSentence(request.lang, code)]),
      )
    } catch (error) {
      if (!(error instanceof BrokenRule)) throw error
      errors = { '': ruleSentence(request.lang, error.code, error.params) }
    }
    if (byScript) {
      const sentence = [...new Set(Object.values(errors))].join(' ')
      return { kind: 'data', status: 422, body: { ok: false, sentence } }
    }
    const typed = Object.fromEntries(
      Object.entries(request.form).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    )
    return phonePage(request, { status: 422, errors, typed })
  }
}

const SUPPORTS_SHOWN_AFTER_MS = 3_000
const waiting = new Set<string>()

/** Thousands may press at once: the screens learn of it together, a little later. */
function growSoon({ runtime }: GateRequest, hall: Hall): void {
  const key = hallKey(hall.authorityId, hall.dialogueId)
  if (waiting.has(key)) return
  waiting.add(key)
  setTimeout(() => {
    waiting.delete(key)
    growHallIfOpen(runtime.db, hall.authorityId, hall.dialogueId).catch(() => {})
  }, SUPPORTS_SHOWN_AFTER_MS).unref()
}

const field = (request: GateRequest, name: string) => request.form[name]

/** Screen and telephones: no account, only the address. */
export const publicHallGates: readonly GateRoute[] = [
  ...ballotGates,
  ...invitationGates,
  ...liveGates,
  { method: 'GET', url: '/man-hinh/:token', access: 'anyone', handle: orGone('hall', showScreen) },
  { method: 'GET', url: '/dt/:token', access: 'anyone', handle: orGone('hall', (request) => phonePage(request)) },
  {
    method: 'POST',
    url: '/dt/:token/cau-hoi',
    access: 'anyone',
    handle: orGone(
      'hall',
      publicAct({
        change: askQuestion,
        input: (request) => ({
          text: field(request, 'text'),
          name: field(request, 'name'),
          village: field(request, 'village'),
          nameShown: field(request, 'nameShown'),
          askedBy: request.visitor,
        }),
        said: (lang) => publicHallWords[lang].phone.sent,
      }),
    ),
  },
  {
    method: 'POST',
    url: '/dt/:token/ung-ho',
    access: 'anyone',
    handle: orGone(
      'hall',
      publicAct({
        change: supportQuestion,
        input: (request) => ({ questionId: field(request, 'questionId'), supporter: request.visitor }),
        said: (lang) => publicHallWords[lang].phone.supported,
        onDone: growSoon,
      }),
    ),
  },
]
