import { defineWords } from './words.ts'

/** The sentences of the error pages: what happened and what to do now. */
export const errorPageWords = defineWords({
  vi: {
    number: 'Mã số để báo người quản trị:',
    notFound: {
      title: 'Không tìm thấy trang này',
      help: 'Địa chỉ có thể đã gõ sai, hoặc nội dung không thuộc phạm vi của ông/bà. Hãy tìm lại bằng ô tìm kiếm hoặc về trang đầu.',
    },
    notAllowed: {
      title: 'Ông/bà không được giao việc này',
      help: 'Quyền làm việc này thuộc vị trí khác. Nếu cần, hãy đề nghị người quản trị của cơ quan giao quyền.',
    },
    gone: {
      title: 'Nội dung này không còn ở đây',
      help: 'Nội dung đã được rút, gộp hoặc chuyển đi; diễn biến vẫn được lưu trong lịch sử.',
    },
    brokenRule: {
      title: 'Chưa thực hiện được',
      help: 'Chưa có gì thay đổi. Hãy quay lại, xem trạng thái hiện tại rồi làm tiếp.',
    },
    formExpired: {
      title: 'Biểu mẫu đã hết hiệu lực',
      help: 'Phiên làm việc đã đổi từ khi mở biểu mẫu. Chưa có gì thay đổi; hãy quay lại, tải lại trang rồi gửi lần nữa.',
    },
    tooMany: {
      title: 'Xin chờ một lát',
      help: 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau ít phút; nội dung đã viết vẫn còn.',
    },
    tooLarge: {
      title: 'Tệp gửi lên quá lớn',
      help: 'Chưa có gì được lưu. Hãy chia nhỏ hoặc giảm dung lượng tệp rồi gửi lại.',
    },
    apology: {
      title: 'Xin lỗi, chương trình gặp lỗi',
      help: 'Việc vừa làm chưa được lưu, những gì đã lưu trước đó vẫn còn nguyên. Hãy quay lại trang trước và thử lần nữa.',
    },
    unavailable: {
      title: 'Chưa kết nối được cơ sở dữ liệu',
      help: 'Chương trình sẽ tự nối lại. Nội dung ông/bà vừa viết vẫn còn ở trang trước: hãy quay lại và gửi lần nữa sau ít phút.',
    },
  },
  en: {
    number: 'Number to tell the administrator:',
    notFound: {
      title: 'This page was not found',
      help: 'The address may be mistyped, or the content is not yours to see. Try the search box, or go to the first page.',
    },
    notAllowed: {
      title: 'This is not yours to do',
      help: 'Another post holds the right to do this. If you need it, ask the administrator of your agency.',
    },
    gone: {
      title: 'This is no longer here',
      help: 'It was withdrawn, merged or transferred; what happened is kept in the history.',
    },
    brokenRule: {
      title: 'This could not be done',
      help: 'Nothing has changed. Go back, look at the present state and continue from there.',
    },
    formExpired: {
      title: 'The form is no longer valid',
      help: 'Your session changed since the form was opened. Nothing has changed; go back, reload the page and send again.',
    },
    tooMany: {
      title: 'One moment, please',
      help: 'Too many requests in a short time. Try again in a few minutes; what you wrote is kept.',
    },
    tooLarge: {
      title: 'The file is too large',
      help: 'Nothing was saved. Make the file smaller or split it, then send again.',
    },
    apology: {
      title: 'Sorry, something went wrong',
      help: 'What you just did was not saved; everything saved before is untouched. Go back and try again.',
    },
    unavailable: {
      title: 'The database cannot be reached',
      help: 'The program reconnects by itself. What you wrote is still on the page before: go back and send it again in a few minutes.',
    },
  },
})
