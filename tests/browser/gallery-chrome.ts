import type { AssetUrls } from '../../src/web/kit/asset-urls.ts'
import type { PageChrome } from '../../src/web/kit/page-chrome.ts'

/** A page frame with long names and counts, as the demo has them. */
export function galleryChrome(assets: AssetUrls, theme: 'light' | 'dark'): PageChrome {
  return {
    lang: 'vi',
    authority: 'Đặc khu Cát Hải, thành phố Hải Phòng',
    user: {
      id: 'gallery',
      name: 'Nguyễn Thị Hồng Nhung',
      post: 'Phó Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
      agency: 'Văn phòng HĐND và UBND đặc khu',
      links: [{ href: '/account', label: 'Tài khoản và phiên đăng nhập' }],
      signOutAction: '/sign-out',
    },
    nav: [
      { key: 'today', href: '/', label: 'Việc hôm nay', icon: 'today', count: 3 },
      { key: 'plans', href: '/plans', label: 'Kế hoạch', icon: 'plan' },
      { key: 'dialogues', href: '/dialogues', label: 'Hội nghị', icon: 'meeting' },
      { key: 'petitions', href: '/petitions', label: 'Kiến nghị', icon: 'petition' },
      { key: 'reports', href: '/reports', label: 'Báo cáo', icon: 'report' },
    ],
    moreNav: [
      { key: 'supervision', href: '/supervision', label: 'Giám sát', icon: 'supervision' },
      { key: 'dossiers', href: '/dossiers', label: 'Hồ sơ', icon: 'dossier' },
      { key: 'admin', href: '/admin', label: 'Quản trị', icon: 'admin' },
    ],
    bell: { href: '/messages', count: 7 },
    demo: true,
    flash: { tone: 'good', text: 'Đã giao chuẩn bị trả lời cho Phòng Kinh tế. Hạn: chậm nhất thứ Hai 20/10/2025.' },
    assets,
    csrf: 'gallery-token',
    address: '/gallery',
    searchAction: '/search',
    languageAction: '/language',
    theme,
  }
}
