import { noticeRule, type PetitionerNotice } from './notice-kinds.ts'
import { type MailLang, noticeFrame, noticeWording } from './notice-wording.ts'
import type { MailContent } from './outbox-message.ts'

/** One petition a notice tells of; of a confidential one it says its code and nothing else. */
export interface NoticeAbout {
  code: string
  confidential: boolean
  submissionId: number
  params: Readonly<Record<string, unknown>>
}

interface NoticeTo {
  kind: PetitionerNotice
  name: string
  /** who sends it */
  authorityName: string
  lang: MailLang
}

/** Puts a notice to a petitioner into words: several petitions in one, each submission with its one link. Pure. */
export function writeNotice(to: NoticeTo, about: readonly NoticeAbout[]): { subject: string; content: MailContent } {
  const frame = noticeFrame[to.lang]
  const wording = noticeWording[to.lang][to.kind]
  const legal = noticeRule(to.kind)?.legal ?? true
  const hidden = about.some((one) => one.confidential)
  const [first] = about
  const more = about.length > 1 ? frame.others(about.length - 1) : ''
  const subject = `${hidden ? frame.news : wording.subject}: ${first?.code ?? ''}${more}`
  const entries = about.map((one, at) => ({
    title: frame.petition(one.code),
    lines: one.confidential ? [] : wording.lines(one.params),
    link:
      about[at + 1]?.submissionId === one.submissionId
        ? null
        : { to: 'follow' as const, submissionId: one.submissionId, label: frame.follow },
  }))
  const short = hidden ? frame.newsShort(first?.code ?? '') : wording.short(first?.code ?? '', first?.params ?? {})
  const content: MailContent = {
    greeting: frame.dear(to.name),
    opening: [hidden ? frame.newsOpening : wording.opening],
    entries,
    closing: [...(wording.closing && !hidden ? [wording.closing] : []), frame.keepLink],
    sender: to.authorityName,
    footer: [frame.noReply, legal ? frame.legal : frame.optional],
    footerLink: { to: 'settings', label: frame.settings },
    short: `${to.authorityName}: ${short}${more}`,
  }
  return { subject, content }
}
