import { defineWords, type Lang } from './words.ts'

/** What is wrong with a field: the codes of `platform/form-fields.ts` as sentences. */
export const inputErrorWords = defineWords({
  vi: {
    required: 'Cần điền mục này.',
    tooLong: 'Nội dung dài quá mức cho phép.',
    tooShort: 'Nội dung ngắn quá.',
    notADay: 'Ngày không đúng. Viết ngày/tháng/năm, ví dụ 29/10/2025.',
    notATime: 'Giờ không đúng. Viết giờ:phút, ví dụ 08:00.',
    notANumber: 'Cần một số nguyên, viết bằng chữ số.',
    tooSmall: 'Số nhỏ quá.',
    tooLarge: 'Số lớn quá.',
    notInList: 'Hãy chọn một mục trong danh sách.',
    notValid: 'Giá trị không đúng.',
    notAnEmail: 'Địa chỉ thư điện tử không đúng.',
    notAPhone: 'Số điện thoại không đúng.',
    mustBeTicked: 'Cần đánh dấu mục này.',
    tooMany: 'Nhiều quá mức cho phép.',
    fileTooLarge: 'Tệp lớn quá mức cho phép.',
    fileKind: 'Không nhận loại tệp này.',
    inFuture: 'Ngày này ở tương lai.',
    reasonRequired: 'Cần ghi rõ lý do.',
    notFound: 'Không tìm thấy trong danh sách của đơn vị.',
    beforeStart: 'Ngày này sớm hơn ngày bắt đầu.',
    taken: 'Giá trị này đã có người dùng.',
  },
  en: {
    required: 'This is required.',
    tooLong: 'The text is too long.',
    tooShort: 'The text is too short.',
    notADay: 'Not a date. Write day/month/year, for example 29/10/2025.',
    notATime: 'Not a time. Write hours:minutes, for example 08:00.',
    notANumber: 'A whole number in digits is needed.',
    tooSmall: 'The number is too small.',
    tooLarge: 'The number is too large.',
    notInList: 'Choose one of the list.',
    notValid: 'The value is not valid.',
    notAnEmail: 'Not an e-mail address.',
    notAPhone: 'Not a telephone number.',
    mustBeTicked: 'This must be ticked.',
    tooMany: 'Too many.',
    fileTooLarge: 'The file is too large.',
    fileKind: 'This kind of file is not accepted.',
    inFuture: 'This date lies in the future.',
    reasonRequired: 'A reason is needed.',
    notFound: 'Not found in the lists of this authority.',
    beforeStart: 'This date is earlier than the start.',
    taken: 'This value is already in use.',
  },
})

/** The sentence of an input error; what is no known code is taken as a sentence already. */
export function sayInputError(codeOrSentence: string, lang: Lang): string {
  const words: Readonly<Record<string, string>> = inputErrorWords[lang]
  return words[codeOrSentence] ?? codeOrSentence
}
