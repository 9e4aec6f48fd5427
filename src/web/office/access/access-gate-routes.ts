import { showCalendarFeed } from '../deadlines/calendar-feed.ts'
import type { GateReply, GateRequest, GateRoute } from '../office-route.ts'
import { postMembership, showMemberships } from './membership-page.tsx'
import { postEndOtherSessions, postEndSession, showOwnAccount } from './own-account-page.tsx'
import { postCalendarAddress, postOwnMail, showOwnMail } from './own-mail-page.tsx'
import { postPassword, showPassword } from './password-page.tsx'
import { postSecondFactor, showSecondFactor } from './second-factor-page.tsx'
import { postSetUp, showSetUp } from './set-up-page.tsx'
import { postSignIn, showSignIn } from './sign-in-page.tsx'
import { postSignOut } from './sign-out.ts'
import { postBeginTotp, postConfirmTotp, postRenewCodes, showTotp } from './totp-posts.ts'

/** GET /: straight to the authority one works for. */
async function showStart({ session }: GateRequest): Promise<GateReply> {
  return { kind: 'redirect', to: session?.current ? `/${session.current.slug}` : '/dang-nhap' }
}

/** Pages outside any authority: the way in, the own account, the first setup. */
export const accessGateRoutes: readonly GateRoute[] = [
  { method: 'GET', url: '/', access: 'ready', handle: showStart },
  { method: 'GET', url: '/dang-nhap', access: 'anyone', handle: showSignIn },
  { method: 'POST', url: '/dang-nhap', access: 'anyone', handle: postSignIn },
  { method: 'GET', url: '/dang-nhap/ma-xac-thuc', access: 'session', handle: showSecondFactor },
  { method: 'POST', url: '/dang-nhap/ma-xac-thuc', access: 'session', handle: postSecondFactor },
  { method: 'POST', url: '/dang-xuat', access: 'anyone', handle: postSignOut },
  { method: 'GET', url: '/chon-vai-tro', access: 'session', handle: showMemberships },
  { method: 'POST', url: '/chon-vai-tro', access: 'session', handle: postMembership },
  { method: 'GET', url: '/tai-khoan', access: 'session', handle: showOwnAccount },
  { method: 'POST', url: '/tai-khoan/phien/ket-thuc', access: 'session', handle: postEndSession },
  { method: 'POST', url: '/tai-khoan/phien/ket-thuc-khac', access: 'session', handle: postEndOtherSessions },
  { method: 'GET', url: '/tai-khoan/mat-khau', access: 'session', handle: showPassword },
  { method: 'POST', url: '/tai-khoan/mat-khau', access: 'session', handle: postPassword },
  { method: 'GET', url: '/tai-khoan/xac-thuc', access: 'session', handle: showTotp },
  { method: 'POST', url: '/tai-khoan/xac-thuc/bat-dau', access: 'session', handle: postBeginTotp },
  { method: 'POST', url: '/tai-khoan/xac-thuc/xac-nhan', access: 'session', handle: postConfirmTotp },
  { method: 'POST', url: '/tai-khoan/xac-thuc/ma-khoi-phuc', access: 'session', handle: postRenewCodes },
  { method: 'GET', url: '/tai-khoan/thu', access: 'session', handle: showOwnMail },
  { method: 'POST', url: '/tai-khoan/thu', access: 'session', handle: postOwnMail },
  { method: 'POST', url: '/tai-khoan/thu/lich', access: 'session', handle: postCalendarAddress },
  { method: 'GET', url: '/lich-han/:token', access: 'anyone', handle: showCalendarFeed },
  { method: 'GET', url: '/thiet-lap', access: 'anyone', handle: showSetUp },
  { method: 'POST', url: '/thiet-lap', access: 'anyone', handle: postSetUp },
]
