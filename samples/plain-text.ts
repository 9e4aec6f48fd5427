/** Vietnamese without its signs, for the built-in font of a generated page: `Đối thoại` → `Doi thoai`. */
export function plainText(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return letters
    .replace(/[–—]/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/…/g, '...')
    .replace(/[^\x20-\x7e]/g, ' ')
}
