/** Single keys press the button that names them, as long as nobody is typing. */
export function listenKeys(place: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const at = event.target as HTMLElement
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable) return
    const wanted = place.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(event.key.toLowerCase())}"]`)
    if (!wanted) return
    event.preventDefault()
    if (wanted instanceof HTMLButtonElement) wanted.click()
    else wanted.focus()
  })
}

/** A day so many days from a moment, as officials write it. */
function dayIn(days: number, now: number): string {
  const at = new Date(now + days * 86_400_000 + 7 * 3_600_000).toISOString()
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`
}

/** Fills the field beside a button: small helps that only exist with script. `now` is the server's clock, not the laptop's. */
export function listenSmallThings(place: HTMLElement, now: () => number): void {
  place.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('button[type="button"]')
    const form = button?.closest('form')
    if (!button || !form) return
    const fill = (name: string, value: string) => {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
        field.focus()
      }
    }
    if (button.dataset['days']) fill('promisedOn', dayIn(Number(button.dataset['days']), now()))
    if (button.dataset['fill']) fill('text', button.dataset['fill'])
  })
}

/**
 * Shows the rows that the typed words or the scanned code are of; Enter presses the button of the one that is left, and the
 * field is empty for the next.
 */
export function listenFind(place: HTMLElement, sought: (text: string) => ReadonlySet<number>): void {
  const filter = (field: HTMLInputElement) => {
    const found = sought(field.value)
    const rows = [...place.querySelectorAll<HTMLElement>('[data-filtered] > [data-row]')]
    for (const row of rows) row.hidden = !found.has(Number(row.dataset['row']))
    const isNone = field.value.trim() !== '' && rows.every((row) => row.hidden)
    for (const none of place.querySelectorAll<HTMLElement>('[data-none]')) none.hidden = !isNone
  }
  for (const field of place.querySelectorAll<HTMLInputElement>('[data-filter]')) if (field.value) filter(field)
  place.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement
    if (field.dataset['filter'] !== undefined) filter(field)
  })
  place.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.dataset['findForm'] === undefined) return
    event.preventDefault()
    const field = form.querySelector<HTMLInputElement>('[data-filter]')!
    const left = place.querySelectorAll<HTMLElement>('[data-filtered] > [data-row]:not([hidden])')
    const button = left.length === 1 ? left[0]!.querySelector<HTMLButtonElement>('button[type="submit"]') : null
    if (button) {
      button.click()
      field.value = ''
      filter(field)
    }
    field.select()
  })
}
