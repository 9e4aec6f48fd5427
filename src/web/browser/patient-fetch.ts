/** A line that was cut without a word keeps a request open for minutes: after this long it counts as failed. */
const PATIENCE_MS = 20_000

/** As `fetch`, given up after a while; reads the whole answer within that time. Throws when the line is away. */
export async function patientFetch(url: string, init: RequestInit): Promise<{ reply: Response; text: string }> {
  // older telephones know no AbortSignal.timeout
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS)
  try {
    const reply = await fetch(url, { ...init, signal: abort.signal })
    return { reply, text: await reply.text() }
  } finally {
    clearTimeout(timer)
  }
}
