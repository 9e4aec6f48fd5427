/** A Vietnamese name as a file name that every system unpacks: `Thông báo kết luận` → `Thong-bao-ket-luan`. */
export function asciiName(text: string, max = 60): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return plain.slice(0, max).replace(/[-.]+$/, '') || 'khong-ten'
}
