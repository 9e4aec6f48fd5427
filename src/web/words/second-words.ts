import { defineWords } from './words.ts'

/** Asking for what another has asked for already. */
export const secondWords = defineWords({
  vi: {
    title: 'Tôi cũng kiến nghị như vậy',
    lead: 'Nếu ông/bà cũng gặp việc này, xin để lại một cách liên lạc. Mỗi người được tính một lần; cơ quan không lưu số của ông/bà, chỉ lưu dấu để khỏi đếm hai lần.',
    contact: 'Số điện thoại hoặc thư điện tử',
    contactHelp: 'Không dùng để gọi hay gửi thư.',
    verb: 'Tôi cũng kiến nghị',
    done: 'Đã ghi nhận. Cơ quan thấy có thêm một người cùng kiến nghị.',
    count: (count: string) => `${count} người khác cũng kiến nghị như vậy`,
    back: 'Xem kiến nghị này và câu trả lời',
    same: 'Tôi cũng vậy',
    sameAs: (content: string) => `Tôi cũng vậy: ${content}`,
  },
  en: {
    title: 'I ask for the same',
    lead: 'If this concerns you too, leave one way to reach you. Everybody counts once; the number itself is not kept, only a mark so that nobody counts twice.',
    contact: 'Telephone or e-mail',
    contactHelp: 'Nobody will call or write.',
    verb: 'I ask for the same',
    done: 'Recorded. The authority sees that one more asks for it.',
    count: (count: string) => `${count} others ask for the same`,
    back: 'See this petition and its answer',
    same: 'So do I',
    sameAs: (content: string) => `So do I: ${content}`,
  },
})
