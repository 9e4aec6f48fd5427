import { Webhook } from 'standardwebhooks'
import { findKeyById } from '../access/api-key-store.ts'
import type { ChangeRuntime } from '../changes/perform-change.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { postOutside } from '../platform/outbound-post.ts'
import { actionsOf, eventOf, waitAfter } from './webhook-events.ts'
import { endWebhooks, lastLogLine, listNews, moveOn, type Taken, takeDueWebhooks, waitUntil } from './webhook-store.ts'

/** How many news one round sends to one system; the rest follows with the next. */
const MOST_AT_ONCE = 50
const PAUSE_MS = 30_000

export interface Outside {
  /** hosts of the own house that may be posted to */
  trusted: readonly string[]
}

/**
 * Tells the systems that asked for it what happened since, each in order, signed (Standard Webhooks); what one does not
 * take is sent again later, under the same id, and nothing overtakes it. Returns how many news were taken.
 */
export async function tellSystems(runtime: ChangeRuntime, outside: Outside): Promise<number> {
  let taken = 0
  for (const webhook of await takeDueWebhooks(runtime.db, runtime.clock.now()))
    taken += await tell(runtime, outside, webhook)
  return taken
}

async function tell(runtime: ChangeRuntime, outside: Outside, webhook: Taken): Promise<number> {
  const { db, clock } = runtime
  const { authorityId, apiKeyId } = webhook
  const key = await findKeyById(db, authorityId, apiKeyId, clock.now())
  if (!key) {
    await endWebhooks(db, { authorityId, apiKeyId }, { at: clock.now(), reason: 'Khóa đã thu hồi hoặc hết hạn.' })
    return 0
  }
  const until = await lastLogLine(db, authorityId)
  const visibility = visibilityOf(key.actor, authorityId)
  const wanted = { after: webhook.position, until, actions: actionsOf(webhook.events), limit: MOST_AT_ONCE }
  const news = visibility ? await listNews(db, visibility, wanted) : []
  for (const one of news) {
    try {
      await send(webhook, one, outside, clock.now())
    } catch (error) {
      const now = clock.now()
      const failure = { error: error instanceof Error ? error.message : String(error), now }
      await waitUntil(db, webhook, new Date(now.getTime() + waitAfter(webhook.failures + 1)), failure)
      return news.indexOf(one)
    }
    await moveOn(db, webhook, one.seq, clock.now())
  }
  const full = news.length === MOST_AT_ONCE
  if (!full && news.at(-1)?.seq !== until) await moveOn(db, webhook, until, clock.now())
  await waitUntil(db, { ...webhook, failures: 0 }, new Date(clock.now().getTime() + (full ? 0 : PAUSE_MS)))
  return news.length
}

type News = Awaited<ReturnType<typeof listNews>>[number]

/** Codes and states only: what the petition says is asked for with the key. */
async function send(webhook: Taken, news: News, { trusted }: Outside, now: Date): Promise<void> {
  const body = JSON.stringify({
    type: eventOf(news.action),
    timestamp: news.at.toISOString(),
    data: { code: news.code, state: news.state },
  })
  const messageId = `dt_${webhook.authorityId}_${news.seq}`
  const headers = {
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(webhook.secret).sign(messageId, now, body),
  }
  const status = await postOutside(webhook.url, { body, headers, trusted })
  if (status < 200 || status > 299) throw new Error(`HTTP ${status}`)
}
