/** After a form came back with errors or a conflict, reading starts there. */
export function focusFirst(): void {
  document.querySelector<HTMLElement>('[data-focus-first]')?.focus()
}
