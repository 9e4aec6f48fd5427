import { defineWords } from './words.ts'

/** Invitations as they are printed, each with the code the door reads. */
export const invitationWords = defineWords({
  vi: {
    title: 'Giấy mời có mã QR',
    print: 'In giấy mời có mã QR',
    printOne: 'In giấy mời của người này',
    help: (count: number) =>
      `${count} giấy mời, mỗi giấy một mã. Người đón tiếp quét mã hoặc gõ mã ở cửa để điểm danh.`,
    pdf: 'Tải bản PDF để in',
    notIssued:
      'Giấy mời chưa ban hành: bản in dưới đây còn ghi “Dự thảo”, chưa có số. Ban hành giấy mời rồi in lại; mã của từng người không đổi.',
    of: (name: string) => `Giấy mời: ${name}`,
    code: (code: string) => `Mã giấy mời: ${code}`,
    bring: 'Xin mang theo giấy này; người đón tiếp quét mã bên cạnh ở cửa vào.',
    heads: (count: number) => `Giấy mời dùng cho ${count} người.`,
  },
  en: {
    title: 'Invitations with QR code',
    print: 'Print invitations with QR code',
    printOne: 'Print the invitation of this one',
    help: (count: number) => `${count} invitations, each with its own code. The door scans it, or types it.`,
    pdf: 'PDF to print',
    notIssued:
      'No invitation is issued yet: what is printed says “Dự thảo” and has no number. Issue it, then print again; the codes stay.',
    of: (name: string) => `Invitation: ${name}`,
    code: (code: string) => `Mã giấy mời: ${code}`,
    bring: 'Xin mang theo giấy này; người đón tiếp quét mã bên cạnh ở cửa vào.',
    heads: (count: number) => `Giấy mời dùng cho ${count} người.`,
  },
})
