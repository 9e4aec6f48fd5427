import type { ComponentChildren } from 'preact'

/** Main text with a narrow column of facts beside it; below each other on a phone. */
export function PageColumns({ main, aside }: { main: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="page-columns">
      <div class="page-columns-main">{main}</div>
      <div class="page-columns-aside">{aside}</div>
    </div>
  )
}
