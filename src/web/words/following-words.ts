import { defineWords } from './words.ts'

/** Words of the pages where anybody asks for news by e-mail, confirms it and stops it. */
export const followingWords = defineWords({
  vi: {
    link: 'Nhận tin qua thư điện tử',
    linkHelp: {
      entry: 'Khi có trả lời, gia hạn hay kết quả, ông/bà được báo.',
      dialogue: 'Khi thời gian, địa điểm thay đổi hoặc có kết quả, ông/bà được báo.',
      authority: 'Hôm nào có hội nghị, kiến nghị hay kết quả mới công khai, sáng hôm sau ông/bà được báo.',
    },
    everything: (authority: string) => `Mọi nội dung mới công khai của ${authority}`,
    title: 'Nhận tin qua thư điện tử',
    email: 'Địa chỉ thư điện tử',
    emailHelp: 'Ví dụ: lan.nguyen@gmail.com. Chúng tôi gửi một thư đến đó để hỏi lại cho chắc.',
    what: {
      petition: 'Ông/bà được báo khi kiến nghị này được giao, được trả lời, phải kéo dài thời hạn hoặc đã giải quyết.',
      conclusionItem: 'Ông/bà được báo khi mục này phải kéo dài thời hạn hoặc đã giải quyết.',
      dialogue: 'Ông/bà được báo khi hội nghị này đổi thời gian, địa điểm, không tổ chức, hoặc có kết quả.',
      authority:
        'Hôm nào có hội nghị, kiến nghị hay kết quả mới công khai, sáng hôm sau ông/bà được một thư. Không có gì mới thì không có thư.',
    },
    noticeTitle: 'Về địa chỉ của ông/bà',
    noticeUse:
      'Địa chỉ chỉ dùng để gửi tin về nội dung này, không đăng lên mạng, không ai khác biết ông/bà nhận tin gì.',
    noticeStop: 'Mỗi thư đều có liên kết để thôi nhận. Thôi nhận thì địa chỉ bị xóa.',
    verb: 'Gửi thư xác nhận cho tôi',
    sentTitle: 'Xin mở hộp thư của ông/bà',
    sent: 'Nếu địa chỉ vừa ghi chưa nhận tin này, trong ít phút sẽ có một thư gửi đến đó. Mở thư, bấm vào liên kết rồi bấm “Đồng ý nhận tin” là xong.',
    sentHelp: (days: number) =>
      `Không thấy thư? Xin xem cả mục thư rác. Sau ${days} ngày không xác nhận, địa chỉ tự xóa.`,
    back: { entry: 'Trở lại kết quả', dialogue: 'Trở lại trang hội nghị', authority: 'Về trang đầu của Cổng' },
    confirmTitle: 'Ông/bà muốn nhận tin này?',
    confirmVerb: 'Đồng ý nhận tin',
    refuseLead: 'Không phải ông/bà ghi địa chỉ này?',
    refuseVerb: 'Không phải tôi, đừng gửi nữa',
    confirmedTitle: 'Đã đăng ký nhận tin',
    confirmed: 'Từ nay có tin mới, ông/bà được báo qua thư. Muốn thôi nhận, bấm liên kết ở cuối thư bất kỳ.',
    gone: 'Nội dung này hiện không còn được công khai nên không nhận tin được.',
    expiredTitle: 'Liên kết này không còn dùng được',
    expired:
      'Đã quá hạn xác nhận, hoặc ông/bà đã thôi nhận tin. Muốn nhận tin, xin mở lại trang của nội dung đó và ghi địa chỉ một lần nữa.',
    refusedTitle: 'Đã xóa địa chỉ',
    refused: 'Địa chỉ đã được xóa và sẽ không có thư nào như vậy gửi đến nữa.',
    ownTitle: 'Ông/bà đang nhận tin về',
    ownNone: 'Không có nội dung nào.',
    hidden: 'Một nội dung hiện không công khai',
    stopOne: 'Thôi nhận tin này',
    stopAll: 'Thôi nhận tất cả và xóa địa chỉ của tôi',
    stopped: 'Đã thôi nhận tin này.',
    overTitle: 'Không nhận tin nữa',
    over: 'Không còn thư nào được gửi theo liên kết này; địa chỉ thư đã được xóa.',
    home: 'Về trang đầu của Cổng',
  },
  en: {
    link: 'Get news by e-mail',
    linkHelp: {
      entry: 'You are told when it is answered, takes longer or is settled.',
      dialogue: 'You are told when time or place change, or results are published.',
      authority: 'When conferences, petitions or results are newly published, you are told the next morning.',
    },
    everything: (authority: string) => `Whatever ${authority} publishes`,
    title: 'Get news by e-mail',
    email: 'E-mail address',
    emailHelp: 'One mail is sent there to ask whether it is really you.',
    what: {
      petition: 'You are told when this petition is given to an agency, answered, takes longer or is settled.',
      conclusionItem: 'You are told when this item takes longer or is settled.',
      dialogue: 'You are told when time or place change, when it is called off, and when there are results.',
      authority:
        'When conferences, petitions or results are newly published, one mail comes the next morning. No news, no mail.',
    },
    noticeTitle: 'About your address',
    noticeUse:
      'It is used for news of this and for nothing else, is never published, and nobody else learns what you follow.',
    noticeStop: 'Every mail has a link to stop. When you stop, the address is deleted.',
    verb: 'Send me the mail',
    sentTitle: 'Please look into your mailbox',
    sent: 'If the address does not get this news yet, a mail arrives there within minutes. Open it, follow the link and press “Yes, send me news”.',
    sentHelp: (days: number) =>
      `No mail? Please look among junk mail too. An address not confirmed within ${days} days is deleted.`,
    back: { entry: 'Back to the result', dialogue: 'Back to the conference', authority: 'To the front page' },
    confirmTitle: 'Do you want this news?',
    confirmVerb: 'Yes, send me news',
    refuseLead: 'Was it not you who gave this address?',
    refuseVerb: 'Not me, send nothing more',
    confirmedTitle: 'You will get the news',
    confirmed: 'From now on news come by e-mail. To stop, follow the link at the end of any mail.',
    gone: 'It is not public any more, so there is no news to send.',
    expiredTitle: 'This link does not work any more',
    expired:
      'It was not confirmed in time, or you have stopped the news. To get them, open the page again and give your address once more.',
    refusedTitle: 'The address is deleted',
    refused: 'The address was deleted and no such mail is sent there again.',
    ownTitle: 'You get news of',
    ownNone: 'Nothing.',
    hidden: 'Something that is not public now',
    stopOne: 'Stop this',
    stopAll: 'Stop everything and delete my address',
    stopped: 'Stopped.',
    overTitle: 'No more mails',
    over: 'No mail is sent by this link any more; the address was deleted.',
    home: 'To the front page',
  },
})

/** The wording of the notice beside the field; whoever changes it gives it a new version. */
export const FOLLOWING_NOTICE_VERSION = 'nhan-tin 2026-1'
