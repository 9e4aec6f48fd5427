import { defineWords } from './words.ts'

/** Words of papers made from data. */
export const sheetWords = defineWords({
  vi: {
    draw: 'Soạn từ dữ liệu',
    drawForPetition: 'Soạn văn bản từ dữ liệu',
    drawMeta: 'Văn bản được soạn sẵn đúng thể thức từ những gì đã nhập; xem trước, lưu dự thảo rồi sửa, trình duyệt.',
    chooseKind: 'Chọn loại văn bản',
    chooseSubject: 'Chọn cuộc đối thoại',
    choose: 'Chọn',
    forIssuer: 'Xem theo cơ quan ban hành',
    look: 'Xem lại',
    variants: {
      public: 'bản công khai, không có dữ liệu cá nhân',
      petitioner: 'bản gửi người kiến nghị',
      nominated: 'danh sách được cử dự',
      decided: 'đã quyết định thời gian, địa điểm',
      dialogue: 'chung cho cuộc đối thoại',
      act: 'theo một lần giám sát, đôn đốc',
      printed: 'phiếu in theo đợt, có mã QR',
    },
    preview: 'Xem trước',
    previewOf: (name: string) => `Xem trước: ${name}`,
    previewHelp: 'Bản xem trước lấy từ dữ liệu đang có; số và ngày được điền khi ban hành.',
    seeLayout: 'Xem theo thể thức',
    publicCopy: 'Bản công khai',
    petitionerCopy: 'Bản gửi người kiến nghị',
    petitionerCopyOf: (name: string) => `Bản gửi ${name}`,
    copy: 'Bản gửi',
    save: 'Lưu dự thảo',
    keptByConclusion:
      'Thông báo kết luận được soạn, duyệt và ban hành ở trang Kết luận, bản Word đã sửa cũng tải lên ở đó; ở đây chỉ xem trước và tải về.',
    keptByPlan:
      'Kế hoạch được duyệt và ban hành ở trang của kế hoạch, bản Word đã sửa cũng tải lên ở đó; ở đây chỉ xem trước và tải về.',
    keptText: 'Bản trình duyệt',
    keptFromData: {
      conclusion: 'Văn bản được lập từ các mục và lời văn đã nhập ở trang Kết luận.',
      plan: 'Văn bản được lập từ kế hoạch đã nhập.',
    },
    keptEdit: {
      conclusion:
        'Cần chỉnh câu chữ, cách trình bày thì tải bản Word về, sửa rồi tải lên; thời hạn, cơ quan chủ trì của từng mục vẫn sửa ở trang Kết luận.',
      plan: 'Cần chỉnh câu chữ, cách trình bày thì tải bản Word về, sửa rồi tải lên; chỉ tiêu, các cuộc đối thoại, nhiệm vụ vẫn sửa ở trang của kế hoạch.',
    },
    keptWord: (name: string, when: string) =>
      `Văn bản được trình duyệt và ban hành là tệp Word đã sửa: ${name}, tải lên lúc ${when}. Việc theo dõi thời hạn, nhiệm vụ và bản công khai vẫn theo dữ liệu đã nhập.`,
    keptWordStands: (name: string) =>
      `Văn bản trình duyệt đang là tệp Word đã sửa (${name}); dưới đây là bản lập từ dữ liệu.`,
    keptBehindTitle: 'Chưa khớp dữ liệu',
    keptBehind:
      'Dữ liệu đã thay đổi sau khi tải bản Word lên, nên chưa duyệt được. Sửa bản Word cho khớp rồi tải lên lại, hoặc bỏ bản Word.',
    keptNotYet: 'Chưa duyệt được: bản Word chưa khớp dữ liệu.',
    keptBehindWhat: 'Những chỗ đã thay đổi',
    keptFresh: 'Tải bản mới lập từ dữ liệu',
    keptGone: 'Khi tải bản Word lên, dữ liệu là:',
    keptAdded: 'Nay dữ liệu là:',
    keptLocked:
      'Bản Word đã khóa: có kiến nghị trong đó nay bị hạn chế tiếp cận, hoặc dữ liệu cá nhân đã được xóa theo yêu cầu. Đã duyệt thì rút duyệt; bỏ bản Word thì văn bản lại được lập từ dữ liệu, không còn nội dung đó.',
    noWording: 'Chưa có mẫu nào để soạn từ dữ liệu cho đối tượng này.',
    noIssuer: 'Chưa có cơ quan nào mà ông/bà được soạn văn bản thay.',
    orUpload: 'Hoặc nhập, tải lên văn bản có sẵn',
    text: 'Nội dung văn bản',
    downloadDocx: 'Tải bản Word (.docx)',
    downloadPdf: 'Tải bản PDF',
    drawnOn: (moment: string) => `Soạn từ dữ liệu lúc ${moment}.`,
    sealed: 'Nội dung đã khóa từ khi ban hành.',
    ownWording: 'Theo mẫu riêng của đơn vị.',
    changedByHand: 'Có phần sửa tay so với dữ liệu lúc soạn.',
    wordIsText: (name: string) => `Nội dung là tệp Word đã sửa: ${name}. Bản PDF lấy từ bản ký.`,
    edit: 'Sửa nội dung',
    editHelp:
      'Sửa lời văn của dự thảo. Bảng lấy từ dữ liệu; muốn sửa bảng thì sửa dữ liệu rồi cập nhật, hoặc sửa trong Word.',
    drawAgain: 'Cập nhật từ dữ liệu',
    drawAgainHelp:
      'Soạn lại nội dung từ dữ liệu hôm nay. Phần đã sửa tay sẽ mất khỏi dự thảo; bản cũ vẫn nằm trong nhật ký.',
    drawAfresh: 'Soạn lại từ dữ liệu',
    drawAfreshHelp:
      'Soạn bản mới không còn nội dung bị hạn chế tiếp cận hoặc đã xóa. Bản cũ và tệp Word của nó bị xóa hẳn, không xem lại được.',
    locks: {
      restricted:
        'Nội dung dự thảo đã khóa: sau khi soạn, có kiến nghị trong đó chuyển sang diện hạn chế tiếp cận (bảo mật hoặc có người bị phản ánh). Soạn lại từ dữ liệu để có bản mới không còn nội dung đó; đã duyệt thì rút duyệt trước.',
      erased:
        'Nội dung dự thảo đã khóa: sau khi soạn, dữ liệu cá nhân của người có kiến nghị đã được xóa theo yêu cầu. Soạn lại từ dữ liệu để có bản mới; đã duyệt thì rút duyệt trước.',
    },
    nothingChanged: 'Dữ liệu không có gì khác với dự thảo.',
    gone: 'Sẽ bỏ',
    added: 'Sẽ thêm',
    takeWord: 'Tải lên bản Word đã sửa',
    takeWordHelp:
      'Tải dự thảo về, sửa trong Word rồi tải lên tại đây. Từ đó tệp này là nội dung của văn bản, vẫn gắn với dữ liệu của nó.',
    wordFile: 'Tệp Word',
    wordStands: (name: string, when: string) =>
      `Bản Word đang dùng: ${name}, tải lên lúc ${when}. Tệp mới thay hẳn bản này.`,
    anyway: 'Vẫn dùng tệp này',
    dropWord: 'Bỏ bản Word, dùng lại bản soạn từ dữ liệu',
    reason: 'Lý do',
    fields: {
      subject: 'Trích yếu',
      to: 'Kính gửi (mỗi nơi một dòng)',
      bases: 'Căn cứ (mỗi căn cứ một dòng)',
      heading: 'Đề mục',
      paragraph: 'Đoạn văn',
      list: 'Các gạch đầu dòng (mỗi mục một dòng)',
      field: 'Nội dung điền',
      recipients: 'Nơi nhận (mỗi nơi một dòng)',
      archive: 'Lưu',
    },
    fieldNumber: (label: string, number: string) => `${label} ${number}`,
    paragraphHelp: 'Để trống thì đoạn này bị bỏ; một dòng trống ở giữa thì tách thành hai đoạn.',
    stale: 'Nội dung vừa được người khác sửa. Hãy mở lại để không ghi đè lên nhau.',
    done: {
      drafted: 'Đã soạn dự thảo từ dữ liệu.',
      edited: 'Đã sửa nội dung dự thảo.',
      drawnAgain: 'Đã cập nhật dự thảo từ dữ liệu.',
      wordTaken: 'Đã nhận bản Word làm nội dung văn bản.',
      wordDropped: 'Đã dùng lại bản soạn từ dữ liệu.',
    },
  },
  en: {
    draw: 'Draft from data',
    drawForPetition: 'Draft a paper from data',
    drawMeta: 'The paper is drawn up in its official layout from what was entered; look, save the draft, then edit it.',
    chooseKind: 'Choose a kind of paper',
    chooseSubject: 'Choose a dialogue',
    choose: 'Choose',
    forIssuer: 'Issued by',
    look: 'Look again',
    variants: {
      public: 'public version, without personal data',
      petitioner: 'for a petitioner',
      nominated: 'those nominated',
      decided: 'time and place decided',
      dialogue: 'for the whole dialogue',
      act: 'of one act of supervision',
      printed: 'form printed in batches with a QR code',
    },
    preview: 'Preview',
    previewOf: (name: string) => `Preview: ${name}`,
    previewHelp: 'Drawn from the data as they are; number and date come in with the issue.',
    seeLayout: 'See it in its layout',
    publicCopy: 'Public version',
    petitionerCopy: 'Copy for the petitioner',
    petitionerCopyOf: (name: string) => `Copy for ${name}`,
    copy: 'Copy',
    save: 'Save the draft',
    keptByConclusion:
      'A conclusion notice is drafted, approved and issued on the page of the conclusion; here it can only be looked at.',
    keptByPlan: 'A plan is approved and issued on its own page; here it can only be looked at.',
    keptText: 'The text to approve',
    keptFromData: {
      conclusion: 'The text is drawn from the items and words entered on the page of the conclusion.',
      plan: 'The text is drawn from the plan as entered.',
    },
    keptEdit: {
      conclusion:
        'To change wording and looks, download it for Word, edit it and upload it again; limits and agencies of the items are changed on that page.',
      plan: 'To change wording and looks, download it for Word, edit it and upload it again; targets, dialogues and tasks are changed on the page of the plan.',
    },
    keptWord: (name: string, when: string) =>
      `What is approved and issued is the edited Word file ${name}, uploaded ${when}. Limits, tasks and the public version still follow the data.`,
    keptWordStands: (name: string) =>
      `The text to approve is the edited Word file (${name}); below it is drawn from the data.`,
    keptBehindTitle: 'Not in step with the data',
    keptBehind:
      'The data changed after the Word file was uploaded, so it cannot be approved. Bring the file in step and upload it again, or drop it.',
    keptNotYet: 'Not to be approved yet: the Word file is not in step with the data.',
    keptBehindWhat: 'What changed',
    keptFresh: 'Download the text from the data',
    keptGone: 'When the file was uploaded the data said:',
    keptAdded: 'Now they say:',
    keptLocked:
      'The Word file is locked: a petition in it was restricted, or personal data were erased. Withdraw an approval first; drop the file, and the text is drawn from the data again, without that.',
    noWording: 'There is no wording yet for papers about this.',
    noIssuer: 'There is no agency for which you may draft papers.',
    orUpload: 'Or type or upload an existing paper',
    text: 'Text of the paper',
    downloadDocx: 'Download as Word (.docx)',
    downloadPdf: 'Download as PDF',
    drawnOn: (moment: string) => `Drawn from the data at ${moment}.`,
    sealed: 'The text is closed since the issue.',
    ownWording: 'In the authority’s own wording.',
    changedByHand: 'Parts were changed by hand since it was drawn.',
    wordIsText: (name: string) => `The text is the edited Word file: ${name}. The PDF is that of the signed copy.`,
    edit: 'Edit the text',
    editHelp:
      'Edit the words of the draft. Tables come from the data: change the data and draw again, or edit in Word.',
    drawAgain: 'Draw again from the data',
    drawAgainHelp:
      'Draws the text anew from the data of today. What was changed by hand leaves the draft; it stays in the log.',
    drawAfresh: 'Draw again from the data',
    drawAfreshHelp:
      'Draws a new text without what is restricted or erased now. The old text and its Word file are gone for good.',
    locks: {
      restricted:
        'The text of this draft is locked: a petition in it was restricted (made confidential, or accusing somebody) after it was drawn. Draw it again from the data for a text without it; withdraw an approval first.',
      erased:
        'The text of this draft is locked: personal data of a petitioner were erased after it was drawn. Draw it again from the data; withdraw an approval first.',
    },
    nothingChanged: 'The data say nothing else than the draft.',
    gone: 'Will go',
    added: 'Will come',
    takeWord: 'Upload the edited Word file',
    takeWordHelp:
      'Download the draft, edit it in Word, upload it here. From then on the file is the text, still linked to its data.',
    wordFile: 'Word file',
    wordStands: (name: string, when: string) =>
      `The Word file in use: ${name}, uploaded ${when}. A new file replaces it.`,
    anyway: 'Use this file anyway',
    dropWord: 'Drop the Word file, use the text from the data',
    reason: 'Reason',
    fields: {
      subject: 'Subject',
      to: 'Addressed to (one a line)',
      bases: 'Bases (one a line)',
      heading: 'Heading',
      paragraph: 'Paragraph',
      list: 'List (one item a line)',
      field: 'Filled in',
      recipients: 'Recipients (one a line)',
      archive: 'Kept at',
    },
    fieldNumber: (label: string, number: string) => `${label} ${number}`,
    paragraphHelp: 'Left empty the paragraph goes; an empty line splits it into two.',
    stale: 'Somebody else has just changed the text. Open it again so that nothing is overwritten.',
    done: {
      drafted: 'The draft is drawn from the data.',
      edited: 'The text is changed.',
      drawnAgain: 'The draft is drawn again from the data.',
      wordTaken: 'The Word file is now the text of the paper.',
      wordDropped: 'The text from the data is used again.',
    },
  },
})
