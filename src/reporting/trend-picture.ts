/** A group of bars under one label. */
interface PictureGroup {
  label: string
  values: readonly number[]
}

export interface Picture {
  title: string
  /** what it shows, in a sentence, for those who do not see it */
  description: string
  /** names of the bars of a group, in their order; at most three */
  series: readonly string[]
  groups: readonly PictureGroup[]
}

const WIDTH = 760
const HEIGHT = 300
const PLOT = { left: 48, right: 12, top: 48, bottom: 36 }
/** told apart without colour too: by lightness and by their order */
const COLOURS = ['#8a1c1c', '#c98a2b', '#3d5a80']

/** Bars as SVG: no script, no style, no outside resource; every bar carries its number. */
export function drawPicture({ title, description, series, groups }: Picture): string {
  const height = HEIGHT - PLOT.top - PLOT.bottom
  const width = WIDTH - PLOT.left - PLOT.right
  const top = niceTop(Math.max(1, ...groups.flatMap((group) => group.values)))
  const y = (value: number) => round(PLOT.top + height - (value / top) * height)
  const step = width / Math.max(1, groups.length)
  const bar = (step * 0.72) / Math.max(1, series.length)
  const lines = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = y(top * share)
    return `<line x1="${PLOT.left}" y1="${at}" x2="${WIDTH - PLOT.right}" y2="${at}" stroke="#d8d2c8"/>${text(PLOT.left - 6, at + 4, String(Math.round(top * share)), 'end')}`
  })
  const bars = groups.flatMap((group, at) => {
    const left = PLOT.left + at * step + step * 0.14
    return [
      text(round(PLOT.left + (at + 0.5) * step), HEIGHT - 12, group.label, 'middle'),
      ...group.values.map((value, which) => {
        const x = round(left + which * bar)
        return `<rect x="${x}" y="${y(value)}" width="${round(bar - 2)}" height="${round(PLOT.top + height - y(value))}" fill="${COLOURS[which % COLOURS.length]}"/>${text(round(x + bar / 2 - 1), y(value) - 4, String(value), 'middle', 10)}`
      }),
    ]
  })
  const legend = series.map((name, at) => {
    const x = PLOT.left + at * 220
    return `<rect x="${x}" y="10" width="14" height="14" fill="${COLOURS[at % COLOURS.length]}"/>${text(x + 20, 22, name, 'start', 13)}`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...lines,
    ...bars,
    ...legend,
    '</svg>',
  ].join('')
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', size = 12): string {
  return `<text x="${round(x)}" y="${round(y)}" font-family="Be Vietnam Pro, Arial, sans-serif" font-size="${size}" fill="#2b2620" text-anchor="${anchor}">${escaped(words)}</text>`
}

function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A round number at or over the highest bar, divisible by four. */
function niceTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest))
  const steps = [1, 2, 4, 8, 10].map((step) => step * power)
  return Math.max(4, steps.find((step) => step >= highest) ?? 10 * power)
}
