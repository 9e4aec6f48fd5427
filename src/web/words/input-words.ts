import { defineWords } from './words.ts'

/** What is wrong with a field, by the code its schema gives. */
export const inputWords = defineWords({
  vi: {
    required: 'Cần điền chỗ này.',
    tooLong: 'Dài quá mức cho phép, xin rút gọn.',
    notADay: 'Ngày này không có trong lịch. Viết ngày/tháng/năm, ví dụ 29/10/2025.',
    notATime: 'Giờ viết theo mẫu 08:30.',
    notANumber: 'Cần một số nguyên.',
    notValid: 'Giá trị này không hợp lệ.',
    tooSmall: 'Số này nhỏ quá mức cho phép.',
    tooLarge: 'Số này lớn quá mức cho phép.',
    notInList: 'Xin chọn một giá trị trong danh sách.',
    notFound: 'Không tìm thấy trong danh sách của đơn vị.',
    notAnEmail: 'Địa chỉ thư điện tử không đúng mẫu.',
    inTheFuture: 'Ngày này ở tương lai; việc đã làm thì ngày phải là hôm nay hoặc trước đó.',
    beforeStart: 'Ngày này sớm hơn ngày bắt đầu.',
    taken: 'Giá trị này đã có người dùng.',
    reasonNeeded: 'Cần ghi rõ lý do.',
  },
  en: {
    required: 'This has to be filled in.',
    tooLong: 'This is longer than allowed; please shorten it.',
    notADay: 'There is no such day. Write day/month/year, for example 29/10/2025.',
    notATime: 'Write the time as 08:30.',
    notANumber: 'A whole number is needed.',
    notValid: 'This value is not valid.',
    tooSmall: 'This number is smaller than allowed.',
    tooLarge: 'This number is larger than allowed.',
    notInList: 'Please choose one of the list.',
    notFound: 'Not found in the list of this authority.',
    notAnEmail: 'This is not an e-mail address.',
    inTheFuture: 'This day lies in the future; what was done is dated today or earlier.',
    beforeStart: 'This day is earlier than the start.',
    taken: 'This value is already in use.',
    reasonNeeded: 'A reason is needed.',
  },
})
