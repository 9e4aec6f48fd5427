import { defineWords } from './words.ts'

/** Words of the pages behind codes and links that have no script: invitation, following from home, an address that is none. */
export const hallGateWords = defineWords({
  vi: {
    gone: {
      title: 'Địa chỉ này không dùng được',
      hall: 'Hội nghị đã đổi địa chỉ, hoặc mã quét chưa đúng. Xin quét lại mã trên màn hình hội trường.',
      ballot: 'Mã phiếu này không đúng. Xin quét lại mã trên mảnh giấy đã nhận, hoặc hỏi người phát phiếu.',
      invitation: 'Mã giấy mời này không đúng. Xin quét lại mã trên giấy mời, hoặc đưa giấy mời ở cửa đón tiếp.',
      live: 'Không có hội nghị nào được thông báo ở địa chỉ này. Xin xem trang Hội nghị trên Cổng.',
    },
    invitation: {
      title: 'Giấy mời',
      show: 'Khi đến, xin đưa mã này ở cửa đón tiếp:',
      follow: 'Theo dõi hội nghị, gửi câu hỏi',
    },
    live: {
      notYet: 'Hội nghị chưa bắt đầu, hoặc không theo dõi qua mạng. Trang này tự xem lại sau mỗi phút.',
      page: 'Trang giới thiệu hội nghị',
    },
  },
  en: {
    gone: {
      title: 'This address is not in use',
      hall: 'The conference has a new address, or the code was not read right. Please scan the code on the screen again.',
      ballot: 'This is not the code of a ballot. Please scan your slip again, or ask whoever handed it out.',
      invitation: 'This is not the code of an invitation. Please scan it again, or show the invitation at the door.',
      live: 'No conference is announced at this address. Please look at the conferences on the Portal.',
    },
    invitation: {
      title: 'Invitation',
      show: 'When you come, please show this code at the door:',
      follow: 'Follow the conference, ask',
    },
    live: {
      notYet: 'The conference has not begun, or is not followed from outside. This page looks again every minute.',
      page: 'About the conference',
    },
  },
})
