/** `__hit` is what an execution calls: the browser counts it. */
const CALL = '__hit(1)'

const OPENINGS = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '--></script>',
  '</textarea>',
  '</title>',
  '</style></script>',
  '*/',
  '`">',
  '\\u0022>',
  '&quot;>',
  '%22%3E',
  'javascript:',
]

const CARRIERS = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg/onload=${CALL}>`,
  `<details open ontoggle=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>">`,
  `<a href="javascript:${CALL}" autofocus onfocus=${CALL}>bấm</a>`,
  `<input autofocus onfocus=${CALL}>`,
  `<style>@import'javascript:${CALL}';</style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}>`,
  ` onmouseover=${CALL} style=animation-name:x onanimationstart=${CALL} x=`,
]

/** 150 texts that would run as script wherever text is put into a page without being escaped for that place. */
export const polyglots: readonly string[] = CARRIERS.flatMap((carrier, c) =>
  OPENINGS.map((opening, o) => `${opening}${carrier}<!-- ${c}.${o} -->`),
)

/** Ten of them, each carrier once behind another opening. */
export const fewPolyglots = CARRIERS.map((_, n) => polyglots[n * OPENINGS.length + ((n * 4) % OPENINGS.length)]!)
