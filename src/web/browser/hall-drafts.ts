import { KeptHere } from './kept-here.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Typed = Record<string, string | boolean>

const QUIET_MS = 250

const controlsOf = (form: HTMLFormElement) =>
  ([...form.elements] as Control[]).filter(
    (field) =>
      field.name && !(field instanceof HTMLInputElement && /^(hidden|submit|button|password)$/.test(field.type)),
  )

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
      for (const field of controlsOf(form)) {
        const value = typed[field.name]
        if (value === undefined) continue
        if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value
        else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true
        else if (typeof value === 'string') field.value = value
      }
      form.closest('details')?.setAttribute('open', '')
    }
  }
}
