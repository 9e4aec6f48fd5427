const AGAIN_AFTER_MS = 15_000

/**
 * A second press while a form is on its way does nothing. The server makes one record in any case (its `_key`); this
 * only spares the clerk the doubt. After a while the button comes back, for a reply that was lost.
 */
export function guardSubmit(): void {
  const release = (form: HTMLFormElement) => {
    delete form.dataset['sent']
    for (const button of form.querySelectorAll<HTMLElement>('[data-word]')) {
      button.textContent = button.dataset['word'] ?? ''
      delete button.dataset['word']
      button.removeAttribute('aria-disabled')
    }
  }
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset['sent'] !== undefined) {
      event.preventDefault()
      return
    }
    form.dataset['sent'] = ''
    const button = event.submitter
    if (button?.classList.contains('btn')) {
      button.dataset['word'] = button.textContent ?? ''
      button.textContent = document.body.dataset['sending'] ?? ''
      button.setAttribute('aria-disabled', 'true')
    }
    setTimeout(() => release(form), AGAIN_AFTER_MS)
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(release)
  })
}
