/** What somebody is in an authority; the table of permissions speaks of roles only. */
export const roles = [
  'systemAdministrator',
  'administrator',
  'clerk',
  'officeLeader',
  'chair',
  'recordsClerk',
  'secretary',
  'agencySpecialist',
  'agencyLeader',
  'front',
  'collector',
  'massMobilization',
  'superior',
] as const

export type Role = (typeof roles)[number]

/** Vietnamese names of the roles, as the demo's table and the screens show them. */
export const roleNames: Record<Role, { vi: string; en: string }> = {
  systemAdministrator: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  administrator: { vi: 'Quản trị đơn vị', en: 'Administrator of the authority' },
  clerk: { vi: 'Chuyên viên cơ quan chủ trì tham mưu', en: 'Clerk of the lead office' },
  officeLeader: { vi: 'Lãnh đạo cơ quan chủ trì tham mưu', en: 'Leader of the lead office' },
  chair: { vi: 'Người chủ trì đối thoại', en: 'Presiding official' },
  recordsClerk: { vi: 'Văn thư', en: 'Records clerk' },
  secretary: { vi: 'Thư ký hội nghị', en: 'Recording secretary' },
  agencySpecialist: { vi: 'Chuyên viên cơ quan được giao', en: 'Specialist of an agency' },
  agencyLeader: { vi: 'Lãnh đạo cơ quan được giao', en: 'Head of an agency' },
  front: { vi: 'Ủy ban MTTQ Việt Nam', en: 'Fatherland Front' },
  collector: { vi: 'Đoàn thể, thôn, tổ dân phố', en: 'Mass organisation or village' },
  massMobilization: { vi: 'Ban Tuyên giáo và Dân vận', en: 'Information, Education and Mass Mobilisation Board' },
  superior: { vi: 'Cấp trên theo dõi', en: 'Superior' },
}
