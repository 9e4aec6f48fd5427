import QRCode from 'qrcode'

/** White around the code that a camera needs, in its squares. */
const QUIET = 3

/** A square code that a camera reads, as a picture of one path: black on white, sharp at every size. */
export function qrSvg(text: string): string {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row += 1)
    for (let at = 0; at < size; at += 1) {
      if (!data[row * size + at]) continue
      const from = at
      while (at + 1 < size && data[row * size + at + 1]) at += 1
      path += `M${from + QUIET} ${row + QUIET}h${at - from + 1}v1h-${at - from + 1}z`
    }
  const side = size + 2 * QUIET
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`
  return `${frame}<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
}

/** The same for a page, which takes pictures of its own only. */
export function qrDataUrl(text: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(qrSvg(text)).toString('base64')}`
}
