import { defineWords, type Lang } from './words.ts'

/** What is wrong with a field: the codes of `platform/form-fields.ts` as sentences. */
export const inputErrorWords = defineWords({
  vi: {
    required: 'Cần điền mục này.',
    contactRequired: 'Xin để lại số điện thoại hoặc thư điện tử.',
    tooLong: 'Nội dung dài quá mức cho phép.',
    notADay: 'Ngày không đúng. Viết ngày/tháng/năm, ví dụ 29/10/2025.',
    yearOutOfRange: 'Năm phải từ 1900 đến 2200.',
    notATime: 'Giờ không đúng. Viết giờ:phút, ví dụ 08:00.',
    notANumber: 'Cần một số nguyên, viết bằng chữ số.',
    tooSmall: 'Số nhỏ quá.',
    tooLarge: 'Số lớn quá.',
    moreThanPresent: 'Số nữ không thể nhiều hơn tổng số người dự.',
    notInList: 'Hãy chọn một mục trong danh sách.',
    notValid: 'Giá trị không đúng.',
    notAnEmail: 'Địa chỉ thư điện tử không đúng.',
    notAPhone: 'Số điện thoại không đúng.',
    agreeNeeded: 'Cần ông/bà đồng ý thì cơ quan mới được nhận thông tin này.',
    tooMany: 'Nhiều quá mức cho phép.',
    fileRequired: 'Chọn tệp để tải lên.',
    notAScan:
      'Trang có chữ ký phải là PDF hoặc ảnh (JPG, PNG). Tệp này bên trong không phải, dù tên ghi thế nào; hãy quét hoặc chụp lại rồi chọn tệp đó.',
    fileTooLarge: 'Tệp lớn quá mức cho phép.',
    fileKind:
      'Không nhận loại tệp này. Tệp cũ (.doc, .xls) thì mở ra, lưu lại thành .docx, .xlsx hoặc PDF rồi tải lên.',
    fileHeic: 'Ảnh này ở dạng HEIC, chưa nhận được. Hãy mở ảnh, chụp màn hình rồi gửi ảnh chụp, hoặc đổi sang JPG.',
    contentTooLong:
      'Mỗi nội dung tối đa 5.000 chữ. Chưa mất gì: hãy chia thành nhiều nội dung, hoặc gửi bài viết kèm theo thành một tệp.',
    inFuture: 'Ngày này ở tương lai.',
    reasonRequired: 'Cần ghi rõ lý do.',
    notFound: 'Không tìm thấy trong danh sách của đơn vị.',
    promiseTooEarly: 'Ngày hẹn xong không thể sớm hơn ngày hội nghị hoặc ngày nhận kiến nghị.',
    beforeStart: 'Ngày này sớm hơn ngày bắt đầu.',
    timeBeforeStart: 'Giờ kết thúc phải sau giờ bắt đầu.',
    timeOverNight:
      'Giờ kết thúc sớm hơn giờ bắt đầu. Họp qua nửa đêm thì kết thúc chậm nhất 8 giờ sau khi bắt đầu; xin xem lại hai giờ này.',
    beforeAuthority: 'Ngày này sớm hơn ngày đơn vị bắt đầu hoạt động.',
    taken: 'Giá trị này đã có người dùng.',
    fileEmpty: 'Tệp này trống. Hãy chọn tệp khác.',
    fileMacro: 'Tài liệu có macro nên không được nhận. Hãy lưu lại dạng không có macro (.docx, .xlsx) hoặc PDF.',
    fileUnpackedTooLarge: 'Tài liệu khi mở ra lớn quá mức cho phép.',
    fileUnreadable: 'Tệp bị hỏng hoặc không đọc được.',
    filePictureTooLarge: 'Ảnh có quá nhiều điểm ảnh. Hãy thu nhỏ rồi gửi lại.',
    numberGivenByBook: 'Số của sổ này do phần mềm cấp; để trống mục này.',
    numberTaken: 'Số này đã có trong sổ của kỳ này.',
    beforePaperDate: 'Ngày gửi sớm hơn ngày của văn bản.',
    beforeSending: 'Ngày nhận sớm hơn ngày gửi.',
    patternWithoutNumber: 'Mẫu số, ký hiệu cần có {n} ở chỗ ghi số.',
    outsideTerm: 'Ngày này nằm ngoài kỳ của sổ.',
    notHttps: 'Địa chỉ phải bắt đầu bằng https://.',
    insideNetwork: 'Địa chỉ này nằm trong mạng nội bộ; người vận hành phải cho phép trước (WEBHOOK_HOSTS).',
    wordOfAnotherPaper:
      'Tệp này được tải về từ một văn bản khác. Nếu vẫn dùng làm nội dung văn bản này, hãy chọn lại tệp và đánh dấu ô này.',
    wordFormWithoutPlaces:
      'Tệp này không có chỗ nào để điền. Gõ vào tệp ít nhất {{noiDung}} ở nơi đặt nội dung, thường thêm {{so}}, {{ngay}}, rồi tải lên lại.',
    wordSince:
      'Từ khi trang này mở ra, dự thảo đã có bản Word khác hoặc đã được sửa. Hãy mở bản đó xem trước; nếu vẫn dùng tệp của mình, hãy chọn lại tệp và đánh dấu ô này.',
    wordBehindData:
      'Tệp này được tải về trước khi dữ liệu thay đổi, nên có thể nói khác với dữ liệu hiện nay. Hãy tải bản mới lập từ dữ liệu để sửa; nếu tệp này đã sửa cho khớp, hãy chọn lại tệp và đánh dấu ô này.',
    wordIsOlder:
      'Tệp này được tải về trước lần sửa gần nhất của dự thảo; dùng nó thì mất phần sửa sau đó. Nếu vẫn dùng, hãy chọn lại tệp và đánh dấu ô này.',
    sheetUnreadable: 'Không đọc được tệp này như một bảng tính. Hãy mở bằng Excel rồi lưu lại thành .xlsx.',
    sheetTooLarge:
      'Bảng quá lớn: nhận tối đa 20.000 dòng. Hãy xóa các dòng trống phía dưới hoặc chia thành nhiều bảng.',
    sheetEmpty: 'Bảng này không có dòng nào.',
    sheetVni:
      'Bảng viết bằng bộ chữ VNI cũ, chuyển tự động dễ sai chữ. Hãy đổi sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6) rồi đưa lên lại.',
    sheetWithoutContents: 'Không thấy nội dung nào trong bảng.',
    contentColumnMissing: 'Cần chỉ ra cột nào là nội dung kiến nghị.',
    columnTwice: 'Hai cột được chọn là cùng một mục. Mỗi mục chỉ một cột.',
  },
  en: {
    required: 'This is required.',
    contactRequired: 'Please leave a telephone number or mail address.',
    tooLong: 'The text is too long.',
    notADay: 'Not a date. Write day/month/year, for example 29/10/2025.',
    yearOutOfRange: 'The year must lie between 1900 and 2200.',
    notATime: 'Not a time. Write hours:minutes, for example 08:00.',
    notANumber: 'A whole number in digits is needed.',
    tooSmall: 'The number is too small.',
    tooLarge: 'The number is too large.',
    moreThanPresent: 'There cannot be more women than people present.',
    notInList: 'Choose one of the list.',
    notValid: 'The value is not valid.',
    notAnEmail: 'Not an e-mail address.',
    notAPhone: 'Not a telephone number.',
    agreeNeeded: 'The authority may only receive these data if you agree.',
    tooMany: 'Too many.',
    fileRequired: 'Choose a file to upload.',
    notAScan:
      'A signed page is a PDF or a picture (JPG, PNG). This file is neither, whatever its name says; scan or photograph the page and choose that.',
    fileTooLarge: 'The file is too large.',
    fileKind: 'This kind of file is not accepted.',
    fileHeic: 'This picture is HEIC, which cannot be taken yet. Send a screenshot of it, or turn it into JPG.',
    contentTooLong:
      'One matter has at most 5,000 signs. Nothing is lost: divide it into several, or send the text as a file.',
    inFuture: 'This date lies in the future.',
    reasonRequired: 'A reason is needed.',
    notFound: 'Not found in the lists of this authority.',
    promiseTooEarly: 'A promise cannot be for a day before the conference or the receipt.',
    beforeStart: 'This date is earlier than the start.',
    timeBeforeStart: 'It must end after it starts.',
    timeOverNight:
      'The end is earlier than the start. What goes on past midnight ends within 8 hours of its start; please look at both.',
    beforeAuthority: 'This date is earlier than the first day of this authority.',
    taken: 'This value is already in use.',
    fileEmpty: 'This file is empty.',
    fileMacro: 'Documents with macros are not accepted. Save it without macros (.docx, .xlsx) or as PDF.',
    fileUnpackedTooLarge: 'The document is too large when unpacked.',
    fileUnreadable: 'The file is damaged or cannot be read.',
    filePictureTooLarge: 'The picture has too many dots. Make it smaller and send it again.',
    numberGivenByBook: 'The program gives the numbers of this book; leave this empty.',
    numberTaken: 'This number is in the book of this period already.',
    beforePaperDate: 'The day of sending is before the date of the paper.',
    beforeSending: 'The day of receipt is before the day of sending.',
    patternWithoutNumber: 'The pattern needs {n} where the number stands.',
    outsideTerm: 'This day is outside the period of the book.',
    notHttps: 'The address must begin with https://.',
    insideNetwork:
      'This address lies inside the own network; who runs the program must allow it first (WEBHOOK_HOSTS).',
    wordOfAnotherPaper:
      'This file was downloaded from another paper. To use it here all the same, choose it again and tick this box.',
    wordFormWithoutPlaces:
      'This file has no place to fill. Put at least {{noiDung}} where the content goes, usually {{so}} and {{ngay}} too, and upload it again.',
    wordSince:
      'Since this page was opened the draft got another Word file or was edited. Look at it first; to use your file all the same, choose it again and tick this box.',
    wordBehindData:
      'This file was downloaded before the data changed, so it may say otherwise than they do now. Download the text anew and edit that; if this file was brought in step, choose it again and tick this box.',
    wordIsOlder:
      'This file was downloaded before the last edit of the draft; what was written since would be lost. To use it all the same, choose it again and tick this box.',
    sheetUnreadable: 'This file cannot be read as a spreadsheet. Open it in Excel and save it as .xlsx.',
    sheetTooLarge: 'The sheet is too large: up to 20,000 rows are taken. Delete empty rows below, or split it.',
    sheetEmpty: 'This sheet has no rows.',
    sheetVni:
      'The sheet is written in old VNI letters; turning them automatically is not safe. Convert it to Unicode (for example with UniKey) and send it again.',
    sheetWithoutContents: 'No contents were found in the sheet.',
    contentColumnMissing: 'Say which column is the content of the petition.',
    columnTwice: 'Two columns are chosen as the same thing. One column each.',
  },
})

/** The sentence of an input error; what is no known code is taken as a sentence already. */
export function sayInputError(codeOrSentence: string, lang: Lang): string {
  const words: Readonly<Record<string, string>> = inputErrorWords[lang]
  return words[codeOrSentence] ?? codeOrSentence
}
