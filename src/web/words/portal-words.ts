import { defineWords } from './words.ts'

/** The frame of the people's portal, and its pages without any authority. */
export const portalWords = defineWords({
  vi: {
    product: 'Đối Thoại',
    what: 'Cổng đối thoại với Nhân dân',
    skip: 'Đến nội dung chính',
    demo: 'Dữ liệu minh họa: tên người và nội dung là giả định, không dùng vào việc thật.',
    placesLabel: 'Các mục của Cổng',
    places: {
      home: 'Trang đầu',
      dialogues: 'Hội nghị',
      results: 'Kết quả',
      plan: 'Kế hoạch',
      raise: 'Gửi kiến nghị',
      follow: 'Theo dõi',
    },
    otherAuthorities: 'Các đơn vị khác',
    signIn: 'Cán bộ đăng nhập',
    footer: 'Chỉ đăng những gì cơ quan đã công khai. Trang này không theo dõi người đọc.',
    doorTitle: 'Chọn nơi ông/bà muốn xem',
    doorLead: 'Lịch đối thoại, điều người dân hỏi và kết quả giải quyết, do từng đơn vị công khai.',
    sendAgain: 'Gửi lại',
    notStored: 'Chưa có gì được lưu. Những gì ông/bà đã viết còn ở dưới đây; hãy bấm gửi lại sau ít phút.',
    toHome: 'Về trang đầu',
    toFront: (authority: string) => `Về trang đầu của ${authority}`,
  },
  en: {
    product: 'Đối Thoại',
    what: 'Dialogue with the people',
    skip: 'Skip to main content',
    demo: 'Sample data: names and contents are made up and serve no real purpose.',
    placesLabel: 'Places of the portal',
    places: {
      home: 'Home',
      dialogues: 'Dialogues',
      results: 'Results',
      plan: 'Plan',
      raise: 'Raise a petition',
      follow: 'Follow',
    },
    otherAuthorities: 'Other authorities',
    signIn: 'Staff sign-in',
    footer: 'Only what the authority has published stands here. Nobody’s reading is tracked.',
    doorTitle: 'Choose a place',
    doorLead: 'When dialogues take place, what people asked and what came of it, published by each authority.',
    sendAgain: 'Send again',
    notStored: 'Nothing has been stored. What you wrote stands below; please send it again in a few minutes.',
    toHome: 'To the front page',
    toFront: (authority: string) => `To the front page of ${authority}`,
  },
})

/** Errors at the portal, said to citizens: what happened and the way on. */
export const portalErrorWords = defineWords({
  vi: {
    notFound: {
      title: 'Không có trang này',
      help: 'Địa chỉ có thể đã gõ sai, hoặc nội dung này không còn được công khai.',
    },
    notAllowed: { title: 'Không nhận được biểu mẫu này', help: 'Hãy mở lại trang của Cổng rồi gửi từ đó.' },
    brokenRule: { title: 'Chưa thực hiện được', help: 'Chưa có gì thay đổi.' },
    tooMany: {
      title: 'Xin chờ một lát',
      help: 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau ít phút.',
    },
    tooLarge: { title: 'Tệp gửi lên quá lớn', help: 'Chưa có gì được lưu. Hãy chọn tệp nhỏ hơn rồi gửi lại.' },
    apology: { title: 'Xin lỗi, Cổng gặp lỗi', help: 'Hãy quay lại trang trước và thử lần nữa. Mã số lỗi:' },
    unavailable: { title: 'Cổng tạm thời chưa trả lời được', help: 'Cổng sẽ tự hoạt động lại trong ít phút.' },
  },
  en: {
    notFound: { title: 'There is no such page', help: 'The address may be mistyped, or this is no longer published.' },
    notAllowed: {
      title: 'This form was not accepted',
      help: 'Please open the page of the portal and send it from there.',
    },
    brokenRule: { title: 'Not done', help: 'Nothing has changed.' },
    tooMany: { title: 'Please wait a moment', help: 'Too many requests in a short time. Try again in a few minutes.' },
    tooLarge: { title: 'The file is too large', help: 'Nothing was stored. Please choose a smaller file.' },
    apology: { title: 'Sorry, the portal made a mistake', help: 'Go back and try again. Number of the mistake:' },
    unavailable: { title: 'The portal cannot answer just now', help: 'It will be back in a few minutes.' },
  },
})
