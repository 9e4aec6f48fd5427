import { KeptHere } from './kept-here.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Typed = Record<string, string | boolean>

const QUIET_MS = 250

const controlsOf = (form: HTMLFormElement) =>
  ([...form.elements] as Control[]).filter(
    (field) =>
      field.name && !(field instanceof HTMLInputElement && /^(hidden|submit|button|password)$/.test(field.type)),
  )

function fill(form: HTMLFormElement, typed: Typed): void {
  for (const field of controlsOf(form)) {
    const value = typed[field.name]
    if (value === undefined) continue
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true
    else if (typeof value === 'string') field.value = value
  }
  for (let at = form.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true
}

/**
 * Puts what was sent and not taken back into the form it came from: the one with the same address, about the same thing. Its
 * first field gets the cursor. False when that form is not on this desk any more.
 */
export function refill(place: HTMLElement, path: string, sent: Readonly<Record<string, string>>): boolean {
  const form = [...place.querySelectorAll<HTMLFormElement>('form[data-hall]')].find(
    (one) =>
      new URL(one.action).pathname === path &&
      [...one.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].every(
        // who wrote in between has made a new version of the same thing
        ({ name, value }) => name.startsWith('_') || name === 'version' || sent[name] === value,
      ),
  )
  const fields = form ? controlsOf(form) : []
  if (!form || fields.length === 0) return false
  const ticks = fields.filter((one) => one instanceof HTMLInputElement && one.type === 'checkbox')
  fill(form, { ...sent, ...Object.fromEntries(ticks.map(({ name }) => [name, sent[name] !== undefined])) })
  fields[0]!.focus()
  // kept again while it is corrected
  fields[0]!.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

/** What is typed and not sent yet, form by form: kept while it is typed, put back when the page is opened again. */
export class TypedText {
  readonly #kept: KeptHere<Typed>
  readonly #timers = new Map<string, number>()

  constructor(name: string) {
    this.#kept = new KeptHere<Typed>(`typed:${name}`)
  }

  /** A short while after the last key; an empty form keeps nothing. */
  keep(form: HTMLFormElement): void {
    const name = form.dataset['keep']
    if (!name) return
    clearTimeout(this.#timers.get(name))
    this.#timers.set(
      name,
      window.setTimeout(() => this.#keepNow(form, name), QUIET_MS),
    )
  }

  #keepNow(form: HTMLFormElement, name: string): void {
    const typed: Typed = {}
    let words = false
    for (const field of controlsOf(form)) {
      if (field instanceof HTMLInputElement && field.type === 'radio') {
        if (field.checked) typed[field.name] = field.value
      } else if (field instanceof HTMLInputElement && field.type === 'checkbox') typed[field.name] = field.checked
      else {
        typed[field.name] = field.value
        words ||= !(field instanceof HTMLSelectElement) && field.value !== ''
      }
    }
    void (words ? this.#kept.put(name, typed) : this.#kept.drop(name))
  }

  /** Puts back what was typed before the page was loaded again, the browser killed, the power cut. */
  async restore(place: HTMLElement): Promise<void> {
    const all = await this.#kept.all().catch(() => new Map<string, Typed>())
    for (const form of place.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
      const typed = all.get(form.dataset['keep'] ?? '')
      if (!typed) continue
      fill(form, typed)
    }
  }
}
