import type { Role } from '../../src/access/role.ts'

/**
 * Who gets in where, written down a second time: page by page, from what each page is for and who does that work by
 * the regulations, not from the permissions the routes declare. `*` is one part of an address; the first row that fits
 * counts. `GET`, `POST` or both (`*`).
 */
const lead = 'clerk officeLeader'
const agencies = 'agencySpecialist agencyLeader'
const overseers = 'front massMobilization superior'
const readers = `${lead} ${overseers} chair recordsClerk secretary`
const staff = `${readers} ${agencies} collector administrator`
const everybody = `${staff} systemAdministrator`
const administration = 'administrator systemAdministrator'

const rows: readonly [method: 'GET' | 'POST' | '*', pages: string, who: string][] = [
  ['GET', '/', everybody],
  ['*', '/tin /tin/da-doc', everybody],
  ['GET', '/tim', staff],
  // what goes out: who corresponds for the authority, and who looks after the mail server
  ['*', '/thu-gui-di /thu-gui-di/**', `${lead} recordsClerk administrator`],
  ['GET', '/han /han/*', `${readers} ${agencies} collector`],
  // whose file it is, is asked inside
  ['GET', '/tep/*', everybody],

  // administration
  ['GET', '/quan-tri /quan-tri/co-quan /quan-tri/chuc-vu', everybody],
  ['*', '/quan-tri/don-vi /quan-tri/don-vi/moi', 'systemAdministrator'],
  ['*', '/quan-tri/cap-tren /quan-tri/cap-tren/doi /quan-tri/cap-tren/ket-thuc', 'systemAdministrator'],
  ['*', '/quan-tri/co-quan/*/ke-thua', `officeLeader ${administration}`],
  ['*', '/quan-tri/co-quan/moi /quan-tri/chuc-vu/moi', administration],
  ['GET', '/quan-tri/co-quan/* /quan-tri/chuc-vu/*', everybody],
  ['*', '/quan-tri/co-quan/** /quan-tri/chuc-vu/** /quan-tri/tai-khoan/** /quan-tri/tai-khoan', administration],
  ['*', '/quan-tri/khoa /quan-tri/khoa/**', 'administrator'],
  ['*', '/quan-tri/so-van-ban /quan-tri/so-van-ban/**', 'administrator recordsClerk'],
  ['*', '/quan-tri/mau-van-ban /quan-tri/mau-van-ban/**', administration],
  ['*', '/quan-tri/bieu-mau-bao-cao /quan-tri/bieu-mau-bao-cao/**', 'administrator'],
  ['*', '/quan-tri/lich/*/sua /quan-tri/lich/*/xem-lai /quan-tri/lich/*/luu', 'systemAdministrator'],
  ['GET', '/quan-tri/lich /quan-tri/lich/**', everybody],
  ['*', '/quan-tri/quy-che/nhap', administration],
  ['GET', '/quan-tri/quy-che /quan-tri/quy-che/so-sanh /quan-tri/quy-che/* /quan-tri/quy-che/*/tep', everybody],
  ['*', '/quan-tri/quy-che/**', administration],

  // what the people may read: prepared by the lead office, decided by its leader, seen by the chair
  ['*', '/cong-khai/ban/*/rut', 'officeLeader'],
  ['GET', '/cong-khai /cong-khai/**', `${lead} chair`],
  ['POST', '/cong-khai/**', 'officeLeader'],

  // plans: the lead office and the Board draft, chair or leader approve, the records clerk numbers, the leader publishes
  ['GET', '/ke-hoach /ke-hoach/can-cu', staff],
  ['*', '/ke-hoach/moi /ke-hoach/can-cu/**', `${lead} massMobilization`],
  ['GET', '/ke-hoach/*', staff],
  ['*', '/ke-hoach/*/duyet /ke-hoach/*/tra-lai /ke-hoach/*/doi-thoai/*/khong-to-chuc', 'officeLeader chair'],
  ['*', '/ke-hoach/*/ban-hanh', 'recordsClerk'],
  ['*', '/ke-hoach/*/cong-khai', 'officeLeader'],
  [
    ...(['*', '/ke-hoach/*/pho-bien /ke-hoach/*/nhiem-vu/*/bao-cao'] as const),
    `${lead} ${agencies} front massMobilization collector`,
  ],
  ['*', '/ke-hoach/**', `${lead} massMobilization`],

  // dialogues
  ['GET', '/hoi-nghi', staff],
  ['*', '/hoi-nghi/moi /hoi-nghi/hop-thuong-ky', lead],
  ['GET', '/hoi-nghi/*', staff],
  ['*', '/hoi-nghi/*/thoi-gian /hoi-nghi/*/huy', 'chair'],
  ['*', '/hoi-nghi/*/quyet-dinh-tren-giay /hoi-nghi/*/huy-tren-giay', lead],
  ['POST', '/hoi-nghi/*/phan-cong/*/bao-ket-qua', `${lead} ${agencies} front massMobilization collector`],
  ['POST', '/hoi-nghi/*/thanh-phan', `${lead} front collector`],
  ['POST', '/hoi-nghi/*/thanh-phan/gui /hoi-nghi/*/thanh-phan/*/tra-loi', `${lead} recordsClerk`],
  ['POST', '/hoi-nghi/*/thanh-phan/diem-danh', `${lead} secretary chair`],
  ['POST', '/hoi-nghi/*/thong-bao /hoi-nghi/*/thong-bao/ket-qua', `${lead} ${agencies}`],
  ['GET', '/hoi-nghi/*/phat-bieu /hoi-nghi/*/bien-ban', readers],
  ['POST', '/hoi-nghi/*/phat-bieu /hoi-nghi/*/phat-bieu/**', `${lead} secretary chair`],
  ['POST', '/hoi-nghi/*/dieu-hanh/xac-nhan', lead],
  ['POST', '/hoi-nghi/*/dieu-hanh/*', `${lead} secretary chair`],
  ['POST', '/hoi-nghi/*/bien-ban/thu-ky-ky', 'secretary'],
  ['POST', '/hoi-nghi/*/bien-ban/chu-tri-ky', 'chair'],
  ['POST', '/hoi-nghi/*/bien-ban /hoi-nghi/*/bien-ban/ky-giay', `${lead} secretary`],
  ['POST', '/hoi-nghi/*/ket-luan/muc/*/de-xuat /hoi-nghi/*/ket-luan/muc/*/ket-qua', `${lead} ${agencies}`],
  ['POST', '/hoi-nghi/*/ket-luan/muc/*/xac-nhan /hoi-nghi/*/ket-luan/duyet /hoi-nghi/*/ket-luan/gia-han', 'chair'],
  ['POST', '/hoi-nghi/*/ket-luan /hoi-nghi/*/ket-luan/**', lead],
  ['POST', '/hoi-nghi/*/noi-nhan/ban-hanh', 'recordsClerk'],
  ['POST', '/hoi-nghi/*/noi-nhan/gui /hoi-nghi/*/noi-nhan/nhan/*', `${lead} recordsClerk ${agencies}`],
  ['GET', '/hoi-nghi/*/rut-kinh-nghiem', `${lead} chair secretary`],
  ['POST', '/hoi-nghi/*/rut-kinh-nghiem', `${lead} chair`],
  ['POST', '/hoi-nghi/*/uy-quyen', `${lead} chair`],
  ['GET', '/hoi-nghi/*/phieu-danh-gia /hoi-nghi/*/phieu-danh-gia/mau-phieu', readers],
  ['*', '/hoi-nghi/*/phieu-danh-gia/so-phieu /hoi-nghi/*/phieu-danh-gia/lan/*', `${lead} secretary ${agencies}`],
  ['*', '/hoi-nghi/*/phieu-danh-gia /hoi-nghi/*/phieu-danh-gia/**', lead],
  ['GET', '/hoi-nghi/*/thanh-phan/giay-moi /hoi-nghi/*/thanh-phan/giay-moi.pdf', `${lead} recordsClerk`],
  // forms on paper: printed by who prepares and who looks after papers, seen by who reads the record, entered by who may receive
  ['GET', '/hoi-nghi/*/phieu-in /hoi-nghi/*/phieu-in/*', readers],
  ['*', '/hoi-nghi/*/phieu-in /hoi-nghi/*/phieu-in/**', `${lead} recordsClerk secretary`],
  ['POST', '/phieu-giay/*', `${lead} secretary chair`],
  ['*', '/phieu-giay /phieu-giay/*', `${lead} recordsClerk secretary front collector massMobilization`],
  // the hall: who conducts directs, the door counts, an agency hands up a line, and sees its own
  ['GET', '/hoi-nghi/*/hoi-truong/thu-ky /hoi-nghi/*/hoi-truong/chu-tri', readers],
  ['GET', '/hoi-nghi/*/hoi-truong/cua', `${lead} secretary recordsClerk`],
  ['GET', '/hoi-nghi/*/hoi-truong/ket-thuc', readers],
  ['GET', '/hoi-nghi/*/hoi-truong/xuat', `${lead} recordsClerk ${overseers}`],
  ['POST', '/hoi-nghi/*/hoi-truong/ket-thuc/bien-ban', `${lead} secretary`],
  ['GET', '/hoi-nghi/*/hoi-truong /hoi-nghi/*/hoi-truong/*', `${readers} ${agencies}`],
  ['POST', '/hoi-nghi/*/hoi-truong/dang-ky /hoi-nghi/*/hoi-truong/diem-danh', `${lead} secretary recordsClerk`],
  ['POST', '/hoi-nghi/*/hoi-truong/diem-danh/bo', `${lead} secretary recordsClerk`],
  [
    ...([
      'POST',
      '/hoi-nghi/*/hoi-truong/kien-nghi /hoi-nghi/*/hoi-truong/gan /hoi-nghi/*/hoi-truong/cau-hoi/kien-nghi /hoi-nghi/*/hoi-truong/ket-thuc/cau-hoi',
    ] as const),
    `${lead} recordsClerk secretary front collector massMobilization`,
  ],
  ['POST', '/hoi-nghi/*/hoi-truong/xoa-ten', 'officeLeader'],
  ['POST', '/hoi-nghi/*/hoi-truong/ghi-chu', agencies],
  ['POST', '/hoi-nghi/*/hoi-truong/**', `${lead} secretary chair`],
  ['*', '/hoi-nghi/*/thong-tin', lead],
  ['GET', '/hoi-nghi/*/*', staff],
  ['POST', '/hoi-nghi/**', lead],
  ['GET', '/yeu-cau-doi-thoai', readers],
  ['POST', '/yeu-cau-doi-thoai/*/quyet-dinh /chu-de/*/quyet-dinh', 'chair'],
  ['POST', '/yeu-cau-doi-thoai /yeu-cau-doi-thoai/*/rut', `${lead} recordsClerk`],
  ['POST', '/yeu-cau-doi-thoai/*/xoa-ten', 'officeLeader'],
  ['POST', '/yeu-cau-doi-thoai/*/quyet-dinh-tren-giay /chu-de/*/quyet-dinh-tren-giay', lead],
  ['GET', '/chu-de /chu-de/*', staff],
  ['POST', '/chu-de', `${lead} agencyLeader front massMobilization`],
  ['POST', '/chu-de/*/tham-dinh', `${lead} front massMobilization`],

  // petitions
  ['GET', '/kien-nghi /kien-nghi/tong-hop /kien-nghi/so-gui', `${readers} ${agencies} collector`],
  ['*', '/kien-nghi/moi /kien-nghi/moi/tim-nguoi', `${lead} recordsClerk secretary front collector massMobilization`],
  ['*', '/kien-nghi/giao', lead],
  ['GET', '/kien-nghi/nguoi/* /kien-nghi/*', `${readers} ${agencies} collector`],
  ['POST', '/kien-nghi/*/mo', `${readers} ${agencies} collector`],
  ['POST', '/kien-nghi/*/da-doc-bo-sung', `${lead} secretary`],
  // what comes through the Portal: the lead office looks, somebody above takes the second look
  ['*', '/tiep-nhan-cong/*/xem-lai', 'officeLeader chair'],
  ['*', '/tiep-nhan-cong /tiep-nhan-cong/*', lead],
  ['*', '/kien-nghi/nguoi/*/xoa', 'officeLeader'],
  [
    '*',
    '/kien-nghi/nguoi/*/sua /kien-nghi/*/sua-noi-dung /kien-nghi/*/phan-loai /kien-nghi/*/tach',
    `${lead} secretary`,
  ],
  ['*', '/kien-nghi/*/bi-phan-anh', `${lead} secretary`],
  [
    '*',
    '/kien-nghi/*/soan-tra-loi /kien-nghi/*/trinh-tra-loi /kien-nghi/*/xac-minh',
    `${lead} ${agencies} front collector`,
  ],
  ['*', '/kien-nghi/*/gop-y', `${lead} ${agencies} front collector`],
  ['*', '/kien-nghi/*/duyet-tra-loi /kien-nghi/*/tra-lai-du-thao', 'officeLeader agencyLeader chair'],
  ['*', '/kien-nghi/*/duyet-van-ban /kien-nghi/*/tra-lai-van-ban', 'officeLeader agencyLeader chair'],
  ['*', '/kien-nghi/*/duyet-tra-loi-tren-giay /kien-nghi/*/duyet-van-ban-tren-giay', `${lead} ${agencies}`],
  ['*', '/kien-nghi/*/giai-quyet-truoc /kien-nghi/*/tra-loi-tai-hoi-nghi', `${lead} secretary chair`],
  ['*', '/kien-nghi/*/tra-loi-sau /kien-nghi/*/loi-hen', `${lead} secretary chair`],
  ['*', '/kien-nghi/*/quyet-dinh /kien-nghi/*/phuc-tap /kien-nghi/*/gia-han', 'chair'],
  ['*', '/kien-nghi/*/quyet-dinh-tren-giay /kien-nghi/*/phuc-tap-tren-giay', `${lead} ${agencies}`],
  ['*', '/kien-nghi/*/gia-han-tren-giay /kien-nghi/*/de-xuat', `${lead} ${agencies}`],
  ['*', '/kien-nghi/*/soan-van-ban /kien-nghi/*/trinh-van-ban /kien-nghi/*/ket-qua', `${lead} ${agencies}`],
  ['*', '/kien-nghi/*/phat-hanh /kien-nghi/*/gui /kien-nghi/*/bao-tiep-nhan', `${lead} recordsClerk ${agencies}`],
  ['*', '/kien-nghi/*/hoi-lai', `${lead} front massMobilization`],
  ['*', '/kien-nghi/*/che-do-kin', 'officeLeader chair'],
  // giving out, sending on, handing over, joining, taking back: the lead office alone
  ['*', '/kien-nghi/*/*', lead],

  ['*', '/nhap-nhanh /nhap-nhanh/**', `${lead} recordsClerk secretary front collector massMobilization`],
  // sheets of petitions: whoever receives petitions brings them in
  ['*', '/nhap-bang /nhap-bang/**', `${lead} recordsClerk secretary front collector massMobilization`],
  // lists go up from villages and organisations through the Front to the office
  ['GET', '/danh-sach /danh-sach/*', `${lead} front collector massMobilization`],
  ['POST', '/danh-sach/*/chuyen /danh-sach/*/tra-lai /danh-sach/*/gop', 'front'],
  ['POST', '/danh-sach/*/tiep-nhan /danh-sach/*/gui-lai', lead],
  ['POST', '/danh-sach /danh-sach/*/*', 'front collector massMobilization'],

  // papers and dossiers
  ['GET', '/van-ban', `${readers} ${agencies}`],
  ['*', '/van-ban/moi', `${lead} ${agencies} recordsClerk secretary front massMobilization`],
  // made from data: whoever reads papers and its facts looks at it, whoever drafts keeps it
  ['GET', '/van-ban/soan /van-ban/soan/xem-truoc.docx /van-ban/soan/xem-truoc.pdf', `${readers} ${agencies}`],
  ['GET', '/van-ban/*/van-ban.docx /van-ban/*/van-ban.pdf', `${readers} ${agencies}`],
  ['*', '/van-ban/da-ban-hanh /van-ban/*/ban-hanh /van-ban/*/huy', 'recordsClerk'],
  ['GET', '/van-ban/*', `${readers} ${agencies}`],
  ['POST', '/van-ban/*/duyet', 'officeLeader chair agencyLeader'],
  [
    ...(['*', '/van-ban/*/noi-nhan /van-ban/*/gui /van-ban/*/bo-noi-nhan /van-ban/*/nhan/*'] as const),
    `${lead} recordsClerk ${agencies}`,
  ],
  ['*', '/van-ban/**', `${lead} ${agencies} recordsClerk secretary front massMobilization`],
  ['GET', '/ho-so /ho-so/* /ho-so/nam/*', readers],
  ['GET', '/ho-so/*/zip /ho-so/nam/*/zip', `${lead} recordsClerk ${overseers}`],
  ['*', '/ho-so/*/xoa-tep/*', 'officeLeader'],
  ['*', '/ho-so/*/dong', lead],
  ['*', '/ho-so/**', `${lead} recordsClerk`],

  // oversight and reports
  ['GET', '/giam-sat /giam-sat/*', `${readers} ${agencies}`],
  ['*', '/giam-sat/moi/don-doc', `${lead} chair ${overseers}`],
  ['*', '/giam-sat/moi/* /giam-sat/*/rut', overseers],
  ['*', '/giam-sat/*/giai-trinh', `${lead} ${agencies}`],
  // a report goes up from whoever signs or sends for the authority, and is judged from above only
  ['POST', '/bao-cao/tong-hop/nhac', 'superior'],
  ['GET', '/bao-cao/tong-hop /bao-cao/tong-hop/tai', 'officeLeader chair massMobilization superior'],
  ['GET', '/bao-cao/so-sanh /bao-cao/so-sanh/*', 'officeLeader chair massMobilization superior'],
  ['GET', '/bao-cao/ho-so/* /bao-cao/ho-so/*/so /bao-cao/ho-so/*/tai', readers],
  ['GET', '/bao-cao/hoi-nghi/* /bao-cao/hoi-nghi/*/so /bao-cao/hoi-nghi/*/tai', readers],
  ['*', '/bao-cao/ho-so/*/nop', 'officeLeader recordsClerk massMobilization'],
  ['*', '/bao-cao/ho-so/*/tra-lai /bao-cao/ho-so/*/nhan', 'superior'],
  ['GET', '/bao-cao /bao-cao/*', readers],
  // what is owed upward is written by the lead office and the Board; it is handed in by the records clerk or the Board
  ['*', '/bao-cao/*/da-gui', 'recordsClerk massMobilization'],
  ['*', '/bao-cao/**', `${lead} massMobilization`],
]

const compiled = rows.flatMap(([method, pages, who]) =>
  pages.split(/\s+/).map((page) => ({
    method,
    page: new RegExp(`^${page.replaceAll('**', '.+').replace(/(?<!\.)\*/g, '[^/]+')}$`),
    who: new Set(who.split(/\s+/) as Role[]),
  })),
)

/** Who is expected to get in; null when the table says nothing of such a page. */
export function expectedAt(method: 'GET' | 'POST', url: string): ReadonlySet<Role> | null {
  const address = url === '' ? '/' : url
  const row = compiled.find((one) => (one.method === '*' || one.method === method) && one.page.test(address))
  return row?.who ?? null
}
