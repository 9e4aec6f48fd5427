import { postCheckReceipt, showCheckReceipt } from './follow/check-receipt-page.tsx'
import {
  postAdd,
  postAppeal,
  postContest,
  postOpinion,
  postWithdraw,
  showAdd,
  showAppeal,
  showContest,
  showOpinion,
  showWithdraw,
} from './follow/follow-act-pages.tsx'
import { postFollowCode, showFollowCode } from './follow/follow-code-page.tsx'
import { downloadOwnFile } from './follow/follow-file.ts'
import { showFollow } from './follow/follow-page.tsx'
import { postAskFollowing, showAskFollowing } from './following/ask-following-page.tsx'
import { postConfirmFollowing, showConfirmFollowing } from './following/confirm-following-page.tsx'
import { postOwnFollowings, showOwnFollowings } from './following/own-followings-page.tsx'
import type { PortalRoute } from './portal-route.ts'
import { showReview } from './raise/raise-review-page.tsx'
import { showRaiseRules } from './raise/raise-rules-page.tsx'
import { postReview } from './raise/raise-send.ts'
import { postRaiseStart, showRaiseStart } from './raise/raise-start-page.tsx'
import { postStep, showStep } from './raise/raise-step-page.tsx'
import { RAISE, REVIEW } from './raise/raise-steps.ts'
import { showReceipt } from './raise/receipt-page.tsx'
import { postAsk, showAsk } from './register/ask-dialogue-page.tsx'
import { postOwnRequest, showOwnRequest } from './register/own-request-page.tsx'
import { postOwnSpeech, showOwnSpeech } from './register/own-speech-page.tsx'
import { postSecond, showSecond } from './register/second-page.tsx'
import { postSign, showSign } from './register/sign-request-page.tsx'
import { postSpeak, showSpeak } from './register/speak-page.tsx'

type Handle = PortalRoute['handle']

/** A page and what is sent from it. */
function form(url: string, permission: PortalRoute['permission'], show: Handle, post: Handle): PortalRoute[] {
  return [
    { method: 'GET', url, permission, handle: show },
    { method: 'POST', url, permission, handle: post },
  ]
}

const follow = '/theo-doi/:token'

/** What citizens send, and how they come back to it. */
export const citizenRoutes: readonly PortalRoute[] = [
  ...form(RAISE, 'petition:raise', showRaiseStart, postRaiseStart),
  { method: 'GET', url: `${RAISE}/quy-tac`, permission: 'petition:raise', handle: showRaiseRules },
  ...form(`${RAISE}/:draft/${REVIEW}`, 'petition:raise', showReview, postReview),
  ...form(`${RAISE}/:draft/:step`, 'petition:raise', showStep, postStep),
  { method: 'GET', url: '/bien-nhan/:token', permission: 'petition:follow', handle: showReceipt },
  ...form('/kiem-tra-bien-nhan', 'petition:follow', showCheckReceipt, postCheckReceipt),
  ...form('/theo-doi', 'petition:follow', showFollowCode, postFollowCode),
  { method: 'GET', url: follow, permission: 'petition:follow', handle: showFollow },
  { method: 'GET', url: `${follow}/tep/:id`, permission: 'petition:follow', handle: downloadOwnFile },
  ...form(`${follow}/xem-lai`, 'petition:follow', showAppeal, postAppeal),
  ...form(`${follow}/:id/bo-sung`, 'petition:follow', showAdd, postAdd),
  ...form(`${follow}/:id/rut`, 'petition:follow', showWithdraw, postWithdraw),
  ...form(`${follow}/:id/y-kien`, 'petition:follow', showOpinion, postOpinion),
  ...form(`${follow}/:id/gui-tiep`, 'petition:follow', showContest, postContest),
  ...form('/ket-qua/:id/cung-kien-nghi', 'petition:support', showSecond, postSecond),
  ...form('/hoi-nghi/:id/dang-ky-phat-bieu', 'speech:register', showSpeak, postSpeak),
  ...form('/phat-bieu/:token', 'speech:register', showOwnSpeech, postOwnSpeech),
  ...form('/yeu-cau-doi-thoai', 'dialogue:request', showAsk, postAsk),
  ...form('/yeu-cau/:token', 'dialogue:request', showOwnRequest, postOwnRequest),
  ...form('/cung-ky/:token', 'dialogue:request', showSign, postSign),
  ...form('/ket-qua/:id/nhan-tin', 'notice:choose', showAskFollowing('entry'), postAskFollowing('entry')),
  ...form('/hoi-nghi/:id/nhan-tin', 'notice:choose', showAskFollowing('dialogue'), postAskFollowing('dialogue')),
  ...form('/nhan-tin', 'notice:choose', showAskFollowing('authority'), postAskFollowing('authority')),
  ...form('/nhan-tin/xac-nhan/:token', 'notice:choose', showConfirmFollowing, postConfirmFollowing),
  ...form('/nhan-tin/:token', 'notice:choose', showOwnFollowings, postOwnFollowings),
]
