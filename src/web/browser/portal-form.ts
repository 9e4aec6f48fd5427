import { keepDrafts } from './keep-drafts.ts'

// The portal's only script: keeps what is typed and not sent yet in this tab, and, when very many send at once, finds the
// number that is asked for. Every page works without it.

const BITS = 14

/** The first number whose hash with the challenge begins with so many zero bits. */
async function findWork(challenge: string): Promise<string> {
  const encoder = new TextEncoder()
  for (let number = 0; ; number += 1) {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${challenge} ${number}`))
    if (new DataView(digest).getUint32(0) >>> (32 - BITS) === 0) return String(number)
  }
}

const asked = document.querySelector<HTMLElement>('[data-work]')
const field = document.querySelector<HTMLInputElement>('input[name="work"]')
// a plain http address has no crypto.subtle: then it is sent without, and looked at first
if (asked?.dataset['work'] && field && 'subtle' in crypto) {
  findWork(asked.dataset['work']).then((number) => {
    field.value = number
  })
}

keepDrafts()
