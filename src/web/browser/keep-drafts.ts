/** What was typed into a form, by field name and position, kept for this tab only. */
interface Draft {
  at: number
  fields: Record<string, string[]>
  sent?: boolean
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const PREFIX = 'draft:'
const QUIET_MS = 300

/** Fields of a form that a draft may hold: nothing hidden, no passwords, no files. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (field): field is Control =>
      (field instanceof HTMLInputElement && !/^(hidden|password|file|submit|button)$/.test(field.type)) ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement,
  )
}

function read(form: HTMLFormElement): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const field of controlsOf(form)) {
    if (!field.name) continue
    const ticks = field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)
    fields[field.name] ??= []
    const kept = fields[field.name]!
    if (!ticks) kept.push(field.value)
    else if (field.checked) kept.push(field.value)
  }
  return fields
}

function write(form: HTMLFormElement, fields: Record<string, string[]>): void {
  const next: Record<string, number> = {}
  for (const field of controlsOf(form)) {
    const kept = fields[field.name]
    if (!kept) continue
    if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) {
      field.checked = kept.includes(field.value)
      continue
    }
    const at = next[field.name] ?? 0
    next[field.name] = at + 1
    const value = kept[at]
    if (value === undefined) continue
    field.value = value
  }
}

function load(key: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

function save(key: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  } catch {
    // no storage in this browser: the page works without
  }
}

function keysOf(user: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(`${PREFIX}${user}:`))
  } catch {
    return []
  }
}

function noteFor(form: HTMLFormElement, key: string, draft: Draft): HTMLElement {
  const words = document.body.dataset
  const note = document.createElement('div')
  note.className = 'draft-note'
  note.setAttribute('role', 'status')
  const said = document.createElement('p')
  said.textContent = `${words['draftFound']} ${new Date(draft.at).toTimeString().slice(0, 5)}.`
  const button = (word: string | undefined, act: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'btn btn-outline btn-sm'
    made.textContent = word ?? ''
    made.addEventListener('click', () => {
      act()
      note.remove()
      controlsOf(form)[0]?.focus()
    })
    return made
  }
  note.append(
    said,
    button(words['draftRestore'], () => write(form, draft.fields)),
    button(words['draftDrop'], () => save(key, null)),
  )
  return note
}

function watch(form: HTMLFormElement, key: string): void {
  const before = JSON.stringify(read(form))
  const draft = load(key)
  if (draft && JSON.stringify(draft.fields) !== before) form.prepend(noteFor(form, key, draft))
  let timer = 0
  const keep = () => {
    const fields = read(form)
    if (JSON.stringify(fields) !== before) save(key, { at: Date.now(), fields })
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(keep, QUIET_MS)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    save(key, { at: Date.now(), fields: read(form), sent: true })
  })
}

/**
 * Keeps what is typed and not yet sent. A draft goes when a page says that the change was made (its flash message);
 * it stays through errors, conflicts, a lost connection and an ended session, and only its own user is offered it.
 */
export function keepDrafts(): void {
  const user = document.body.dataset['user']
  if (!user) return
  const failed = document.querySelector('[data-failed], [data-keep-drafts]') !== null
  const succeeded = document.querySelector('[data-flash="good"]') !== null
  for (const key of keysOf(user)) {
    if (succeeded && !failed && load(key)?.sent) save(key, null)
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const path = new URL(form.action, location.href).pathname
    if (!form.querySelector('input[type=password]')) watch(form, `${PREFIX}${user}:${path}`)
  }
}
