import { defineWords } from './words.ts'

/** Ballots by telephone: what people read, and what the office hands out. */
export const ballotWords = defineWords({
  vi: {
    help: 'Xin ông/bà đánh giá từng nội dung. Nội dung nào không muốn đánh giá thì bỏ trống.',
    comment: 'Ý kiến góp ý (không bắt buộc)',
    anonymous: 'Phiếu không ghi tên, không lưu thời điểm; không ai biết phiếu này của ai.',
    send: 'Gửi phiếu',
    thanks: 'Đã nhận phiếu. Cảm ơn ông/bà đã đánh giá; ông/bà có thể đóng trang này.',
    used: 'Mã này đã được dùng để gửi một phiếu. Mỗi mã chỉ gửi được một lần.',
    closed: 'Đã hết thời gian nhận phiếu.',
    wrong: 'Có mục chưa hợp lệ. Xin chọn lại.',
    codes: 'Phiếu qua điện thoại',
    codesHelp:
      'In mã, cắt rời và phát như phiếu giấy. Mỗi mã gửi được một phiếu. Mã chỉ hiện một lần trên trang in này.',
    print: 'In trang này bằng Ctrl+P, khổ A4.',
    count: 'Số mã cần in',
    make: 'Tạo mã và in',
    state: (issued: number, cast: number) => `Đã phát ${issued} mã, đã nhận ${cast} phiếu qua điện thoại.`,
    scan: 'Quét mã để đánh giá. Không cần ghi tên.',
    alt: 'Mã QR của một phiếu',
    again: 'Mã của lần tạo này đã hiện một lần và không hiện lại. Nếu chưa in được, hãy tạo mã mới.',
    n: (paper: number, phone: number) => `n = ${paper + phone}: ${paper} phiếu giấy, ${phone} phiếu qua điện thoại`,
  },
  en: {
    help: 'Please rate each of these. Leave out what you do not wish to rate.',
    comment: 'Comment (not required)',
    anonymous: 'The ballot holds no name and no time; nobody knows whose it is.',
    send: 'Cast the ballot',
    thanks: 'Received. Thank you; you may close this page.',
    used: 'A ballot was cast with this code. Each code is good for one.',
    closed: 'Ballots are no longer taken.',
    wrong: 'Something is not valid. Please choose again.',
    codes: 'Ballots by telephone',
    codesHelp:
      'Print the codes, cut them apart, hand them out like paper ballots. Each is good for one ballot, and they are shown only this once.',
    print: 'Print this page with Ctrl+P, on A4.',
    count: 'How many codes',
    make: 'Make and print codes',
    state: (issued: number, cast: number) => `${issued} codes handed out, ${cast} ballots by telephone.`,
    scan: 'Scan to rate. No name is needed.',
    alt: 'QR code of one ballot',
    again: 'The codes of this time were shown once and are not shown again. If they were not printed, make new ones.',
    n: (paper: number, phone: number) => `n = ${paper + phone}: ${paper} on paper, ${phone} by telephone`,
  },
})
