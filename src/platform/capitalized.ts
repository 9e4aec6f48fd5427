/** A text as it begins a line or a sentence: `thứ Bảy 21/11/2026` → `Thứ Bảy 21/11/2026`. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
