import type { DialogueAtWork } from '../sample-dialogue.ts'
import type { SampleModeration, SamplePortalDay } from '../sample-portal.ts'

const FERRY = 'Đề nghị tăng chuyến phà Gót – Cái Viềng buổi tối, bà con đi làm về muộn phải ngủ lại bến.'

/** Three days ago: one taken in by mail, one that was refused and whose sender asks for a second look. */
export function catHaiEarlierPortalDay(on: string): SamplePortalDay {
  return {
    ...{ on, authority: 'Đặc khu Cát Hải' },
    raised: [
      {
        ...{ key: 'cho-dem', name: 'Trần Thu Hiền', email: 'hien.tran@example.vn', village: 'benBeo' },
        contents: ['Chợ đêm Cát Bà mở loa đến 1 giờ sáng, trẻ con và người ốm không ngủ được.'],
      },
      {
        ...{ key: 'thu-tien', name: 'Nguyễn Đăng Khoa', phone: '0904 771 350', why: ['tooFast'] },
        contents: ['Xem lại việc thu tiền ở bến.'],
      },
    ],
  }
}

export function catHaiModeration(day: (count: number) => string): SampleModeration {
  return {
    ...{ on: day(-2), key: 'thu-tien', reason: 'noContent' },
    note: 'Chưa rõ bến nào, khoản tiền nào; ông gửi lại cụ thể hơn giúp.',
    appeal: {
      on: day(-1),
      says: 'Tôi nói bến Gia Luận, thu 20 nghìn đồng mỗi xe máy mà không có vé. Tôi viết từ điện thoại nên ngắn.',
    },
  }
}

/** What came through the Portal lately: two taken in at once, one text of several to be joined, one to be refused. */
export function catHaiPortalDay(on: string, coming: DialogueAtWork): SamplePortalDay {
  const same = (name: string, at: number) => ({
    ...{ key: `pha-${at}`, name, contents: [FERRY], phone: `0904 220 10${at}`, why: ['sameText'] },
  })
  return {
    ...{ on, authority: 'Đặc khu Cát Hải' },
    raised: [
      {
        ...{ key: 'nuoc', name: 'Phạm Thị Mận', phone: '0912 640 118', village: 'benBeo' },
        contents: [
          'Nước máy ở tổ dân phố Bến Bèo từ đầu tháng chảy yếu, tối không có nước sinh hoạt.',
          'Thùng rác đầu ngõ mấy hôm chưa ai lấy, mùi rất khó chịu.',
        ],
        adds: 'Nhà tôi ở cuối dốc, từ 18 giờ đến 21 giờ là mất hẳn nước.',
      },
      {
        ...{ key: 'den', name: 'Vũ Đình Khải', village: 'haiSon' },
        contents: ['Đèn đường đoạn qua cổng trường tiểu học hỏng ba bóng, các cháu đi học về tối rất nguy hiểm.'],
      },
      ...['Hoàng Văn Lộc', 'Nguyễn Thị Thoa', 'Lê Quang Huy', 'Đỗ Thị Hằng'].map(same),
      {
        ...{ key: 'quang-cao', name: 'Tour giá rẻ', why: ['hiddenField', 'tooFast'] },
        contents: ['Khách sạn sale 50%, đặt phòng ngay hôm nay nhận quà.'],
      },
    ],
    speaks: {
      dialogueId: () => coming.id,
      list: [
        {
          ...{ name: 'Bà Ngô Thị Sáu', village: 'Tổ dân phố Bến Bèo', phone: '0936 771 204' },
          content: 'Nước sinh hoạt buổi tối và thu gom rác ở tổ dân phố.',
        },
        {
          ...{ name: 'Ông Trịnh Văn Đoàn', village: 'Thôn Hải Sơn', phone: '0972 118 365' },
          content: 'Chuyến phà buổi tối cho người đi làm ca.',
        },
      ],
    },
    asks: {
      ...{ name: 'Nguyễn Hữu Thắng', phone: '0983 402 117' },
      content: 'Đề nghị Chủ tịch UBND đối thoại trực tiếp về phương án đền bù dự án đường ven biển.',
      signers: [
        ['Lương Thị Bưởi', '0904 118 220'],
        ['Trần Văn Quý', 'quy.tran@example.vn'],
        ['Phạm Hồng Nhung', '0915 337 802'],
      ],
    },
  }
}
