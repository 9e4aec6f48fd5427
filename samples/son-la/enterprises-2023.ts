import type { SamplePaper } from '../sample-papers.ts'
import { answered, organization, replied, type SampleSubmission } from '../sample-petition.ts'
import { chiefSigner, provinceSigner } from './son-la-house.ts'

const CHU_TICH_TINH = 'Chủ tịch UBND tỉnh Hà Trung Kiên'

/** What enterprises, cooperatives and people raised before the chairman of the province on 24/8/2023. */
export const enterprisePetitions: SampleSubmission[] = [
  {
    on: '2023-08-11',
    channel: 'email',
    who: organization('Công ty TNHH Chế biến nông sản Mộc Hương', 'Tô Hiến Thành'),
    contents: [
      replied({
        key: 'gia-thue-dat',
        area: 'land',
        audience: 'enterprises',
        lead: 'stnmt',
        says: 'Giá thuê đất điều chỉnh tăng gấp ba, đề nghị cho biết căn cứ và lộ trình.',
        prepared: 'Sở TN&MT phối hợp cơ quan thuế rà soát.',
        letter: {
          issued: '2023-09-18',
          sent: '2023-09-19',
          number: '2214/STNMT-QLĐĐ',
          says: 'Đơn giá xác định lại do hết thời kỳ ổn định 5 năm; doanh nghiệp được giảm 30% tiền thuê đất năm 2023 theo quy định của Chính phủ.',
        },
      }),
    ],
  },
  {
    on: '2023-08-11',
    channel: 'email',
    who: organization('Hiệp hội Doanh nghiệp tỉnh', 'Nguyễn Khắc Tiệp'),
    contents: [
      answered({
        key: 'quy-dat-sach',
        area: 'land',
        audience: 'enterprises',
        lead: 'stnmt',
        says: 'Đề nghị công khai quỹ đất sạch để doanh nghiệp tiếp cận.',
        answer: 'Công khai 14 khu đất trên Cổng thông tin điện tử tỉnh trước ngày 30/9/2023.',
        by: CHU_TICH_TINH,
      }),
      answered({
        key: 'mot-cua-lien-thong',
        area: 'administrativeReform',
        audience: 'enterprises',
        lead: 'skhdt',
        says: 'Thủ tục chấp thuận chủ trương đầu tư phải đi nhiều sở.',
        answer: 'Từ tháng 10/2023 liên thông tại Trung tâm Phục vụ hành chính công, rút từ 35 còn 25 ngày.',
        by: CHU_TICH_TINH,
      }),
    ],
  },
  {
    on: '2023-08-14',
    channel: 'letter',
    who: organization('Hợp tác xã dâu tây Cờ Đỏ', 'Lò Văn Inh'),
    contents: [
      replied({
        key: 'vay-von-htx',
        area: 'agriculture',
        audience: 'enterprises',
        lead: 'nhnn',
        says: 'Hợp tác xã không vay được vì không có tài sản thế chấp, đề nghị cho vay theo dòng tiền.',
        prepared: 'Ngân hàng Nhà nước làm việc với các tổ chức tín dụng.',
        letter: {
          issued: '2023-09-20',
          sent: '2023-09-21',
          number: '771/SLA-TH',
          says: 'Đã kết nối với hai ngân hàng cho vay theo chuỗi, hạn mức 2 tỷ đồng; hướng dẫn hợp tác xã lập phương án.',
        },
        settled: { on: '2023-10-25', says: 'Hợp tác xã được giải ngân 1,2 tỷ đồng.' },
      }),
    ],
  },
  {
    on: '2023-08-15',
    channel: 'fatherlandFront',
    by: 'front',
    forwardedBy: 'mttq',
    who: { kind: 'person', name: 'Hà Văn Pọm', address: 'Huyện Yên Châu' },
    contents: [
      answered({
        key: 'ma-vung-trong',
        area: 'agriculture',
        audience: 'people',
        lead: 'snn',
        says: 'Hộ nhỏ trồng xoài muốn có mã số vùng trồng để xuất khẩu.',
        answer: 'Sở NN&PTNT cấp mã cho nhóm hộ từ 10 ha liền vùng, tập huấn tại huyện trong tháng 9.',
        by: 'Giám đốc Sở Nông nghiệp và PTNT Hoàng Văn Lả',
      }),
    ],
  },
  {
    on: '2023-08-24',
    channel: 'atConference',
    raised: 'atConference',
    by: 'minutes',
    who: organization('Hợp tác xã mận hậu Nà Ka', 'Vì Thị Ánh'),
    contents: [
      replied({
        key: 'tieu-thu-man',
        area: 'agriculture',
        audience: 'enterprises',
        lead: 'snn',
        says: 'Mùa mận ùn ứ, giá rẻ, thiếu kho lạnh.',
        deferred: 'Cần phương án hỗ trợ kho lạnh.',
        letter: {
          issued: '2023-09-25',
          sent: '2023-09-26',
          number: '1980/SNN-PTNT',
          says: 'Hỗ trợ 40% chi phí 02 kho lạnh 100 tấn theo Nghị quyết HĐND tỉnh, nhận hồ sơ đến 30/11/2023.',
        },
      }),
    ],
  },
]

const office = { issuer: 'vp', signer: chiefSigner }

export const enterprisePapers: SamplePaper[] = [
  {
    on: '2023-07-24',
    kind: 'topicProposal',
    title: 'Báo cáo đề xuất nội dung Chủ tịch UBND tỉnh đối thoại với doanh nghiệp',
    body: 'Sở Kế hoạch và Đầu tư đề xuất.',
    issuer: 'skhdt',
    signer: { name: 'Trịnh Hữu Phước', title: 'Giám đốc Sở', capacity: 'head' },
    number: '1546/SKHĐT-DN',
    onPaper: true,
  },
  {
    on: '2023-07-25',
    kind: 'topicAppraisal',
    title: 'Văn bản thẩm định nội dung đối thoại',
    body: 'VP UBND tỉnh, Ban Dân vận Tỉnh ủy, UBMTTQ tỉnh thống nhất nội dung, bổ sung đối tượng hợp tác xã.',
    ...office,
  },
  {
    on: '2023-08-02',
    kind: 'conferencePlan',
    title: 'Kế hoạch tổ chức hội nghị Chủ tịch UBND tỉnh đối thoại với doanh nghiệp, hợp tác xã và Nhân dân',
    body: 'Ngày 24/8/2023, Hội trường UBND tỉnh.',
    issuer: 'ubndTinh',
    signer: provinceSigner,
    onPaper: true,
  },
  {
    on: '2023-08-17',
    kind: 'petitionDigest',
    title: 'Báo cáo tổng hợp kiến nghị',
    body: 'Tổng hợp 05 kiến nghị gửi trước hội nghị.',
    ...office,
  },
  {
    on: '2023-08-22',
    kind: 'consolidatedAnswers',
    title: 'Báo cáo tổng hợp nội dung trả lời của các sở, ngành',
    body: 'Nội dung trả lời của 04 cơ quan.',
    ...office,
  },
  {
    on: '2023-08-22',
    kind: 'agenda',
    title: 'Chương trình hội nghị đối thoại',
    body: '6 bước.',
    ...office,
    onPaper: true,
  },
  {
    on: '2023-08-25',
    kind: 'minutes',
    title: 'Biên bản hội nghị đối thoại ngày 24/8/2023',
    body: 'Bản in có chữ ký.',
    ...office,
    onPaper: true,
  },
]
