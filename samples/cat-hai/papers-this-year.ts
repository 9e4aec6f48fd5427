import type { SamplePaper } from '../sample-papers.ts'
import { governmentSigner, officeSigner, partySigner, signerOf } from './cat-hai-voices.ts'
import type { WorkingDay } from './petitions-this-year.ts'

/** The papers of the thematic dialogue, as far as they are there. */
export function bayPapers(day: WorkingDay): SamplePaper[] {
  const ubnd = { issuer: 'ubnd', signer: governmentSigner }
  const office = { issuer: 'vphd', signer: { name: 'Bùi Xuân Trường', title: 'Chánh Văn phòng', capacity: 'head' } }
  const all = [
    { agencies: ['kinhte', 'bqlvinh', 'congan', 'congcong', 'vhxh'], purpose: 'competentAgency' },
    { agencies: ['mttq'], purpose: 'front' },
  ]
  return [
    {
      on: day(-40),
      kind: 'conferencePlan',
      title: 'Kế hoạch tổ chức đối thoại chuyên đề với các hộ nuôi trồng thủy sản và kinh doanh du lịch trên vịnh',
      body: 'Chủ trì: Chủ tịch UBND đặc khu. Địa điểm: Nhà văn hóa Bến Bèo.',
      ...ubnd,
      to: all,
    },
    {
      on: day(-39),
      kind: 'taskAssignment',
      title: 'V/v phân công nhiệm vụ phục vụ đối thoại chuyên đề',
      body: 'Phân công các cơ quan chuẩn bị.',
      ...office,
      to: all,
    },
    {
      on: day(-29),
      kind: 'publicNotice',
      title: 'Thông báo tổ chức đối thoại chuyên đề',
      body: 'Thời gian, địa điểm, nội dung, cách tham gia.',
      ...office,
    },
    {
      on: day(-27),
      kind: 'invitation',
      title: 'Giấy mời dự đối thoại chuyên đề',
      body: 'Kèm phiếu đăng ký nội dung phát biểu.',
      ...office,
    },
    {
      on: day(-24),
      kind: 'petitionDigest',
      title: 'Báo cáo tổng hợp ý kiến, kiến nghị gửi trước đối thoại chuyên đề',
      body: '08 nội dung.',
      ...office,
      onPaper: true,
    },
    {
      on: day(-23),
      kind: 'preparationAssignment',
      title: 'V/v giao chuẩn bị nội dung trả lời',
      body: 'Giao 04 cơ quan.',
      ...office,
      to: all,
    },
    {
      on: day(-20),
      kind: 'answerReport',
      title: 'Báo cáo trả lời của Phòng Kinh tế',
      body: 'Nội dung trả lời các kiến nghị về nuôi biển.',
      issuer: 'kinhte',
      signer: signerOf('kinhte'),
      onPaper: true,
    },
    {
      on: day(-19),
      kind: 'consolidatedAnswers',
      title: 'Báo cáo tổng hợp chung các nội dung trả lời',
      body: '08 nội dung.',
      ...office,
      onPaper: true,
    },
    {
      on: day(-19),
      kind: 'agenda',
      title: 'Chương trình đối thoại chuyên đề',
      body: '6 bước theo Hướng dẫn 13-HD/BTGDVTU.',
      ...office,
      onPaper: true,
    },
    {
      on: day(-19),
      kind: 'socioEconomicBriefing',
      title: 'Báo cáo khái quát tình hình nuôi biển, du lịch trên vịnh',
      body: 'Số bè, sản lượng, lượt khách, thu phí tham quan.',
      ...ubnd,
      onPaper: true,
    },
    {
      on: day(-17),
      kind: 'minutes',
      title: 'Biên bản đối thoại chuyên đề',
      body: 'Bản in có chữ ký.',
      ...office,
      onPaper: true,
    },
  ]
}

/** The first papers of the periodic dialogue to come. */
export function comingPapers(day: WorkingDay): SamplePaper[] {
  const office = { issuer: 'vpdu', signer: officeSigner }
  return [
    {
      on: day(-8),
      kind: 'conferencePlan',
      title: 'Kế hoạch tổ chức Hội nghị đối thoại định kỳ với Nhân dân',
      body: 'Đồng chủ trì: Bí thư Đảng ủy, Chủ tịch UBND đặc khu.',
      issuer: 'dangUy',
      signer: partySigner,
      number: '97',
      onPaper: true,
    },
    {
      on: day(-7),
      kind: 'taskAssignment',
      title: 'V/v phân công nhiệm vụ phục vụ Hội nghị đối thoại định kỳ',
      body: 'Phân công các cơ quan, đơn vị.',
      ...office,
      to: [
        { agencies: ['vphd', 'congan', 'ttvh', 'vhxh'], purpose: 'competentAgency' },
        { agencies: ['mttq'], purpose: 'front' },
      ],
    },
    {
      on: day(-3),
      kind: 'preparationAssignment',
      title: 'V/v giao chuẩn bị nội dung trả lời ý kiến, kiến nghị (đợt 1)',
      body: 'Giao 04 cơ quan chuẩn bị 07 nội dung.',
      ...office,
      to: [{ agencies: ['kinhte', 'yte', 'congan'], purpose: 'competentAgency' }],
    },
  ]
}
