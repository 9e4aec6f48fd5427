function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** `/` goes to the search box, unless something is being typed. */
export function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>('[data-search]')
  if (!box) return
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    if (box.offsetParent === null) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}
