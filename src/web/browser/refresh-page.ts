/** A progress page looks again by itself, unless the reader is elsewhere; without script the page's `meta` does it. */
export function refreshPage(): void {
  const seconds = Number(document.body.dataset['refresh'])
  if (!(seconds > 0)) return
  setInterval(() => {
    if (!document.hidden) location.reload()
  }, seconds * 1000)
}
