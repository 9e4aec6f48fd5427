import { BrokenRule, InputRejected } from '../platform/errors.ts'
import { covers, isReversed, type Lifespan, overlap } from './lifespan.ts'

/** Posts the program knows by themselves; a regulation may name further ones. */
export const POST_KINDS = {
  partySecretary: { vi: 'Bí thư', en: 'Party secretary' },
  deputyPartySecretary: { vi: 'Phó Bí thư', en: 'Deputy party secretary' },
  peoplesCouncilChair: { vi: 'Chủ tịch HĐND', en: "Chair of the People's Council" },
  peoplesCommitteeChair: { vi: 'Chủ tịch UBND', en: "Chair of the People's Committee" },
  peoplesCommitteeViceChair: { vi: 'Phó Chủ tịch UBND', en: "Vice chair of the People's Committee" },
  policeChief: { vi: 'Trưởng Công an', en: 'Chief of police' },
  deputyPoliceChief: { vi: 'Phó Trưởng Công an', en: 'Deputy chief of police' },
  officeChief: { vi: 'Chánh Văn phòng', en: 'Chief of office' },
  deputyOfficeChief: { vi: 'Phó Chánh Văn phòng', en: 'Deputy chief of office' },
  other: { vi: 'Chức vụ khác', en: 'Other post' },
} as const

interface PostLife extends Lifespan {
  id: number
  agencyId: number
  isHead: boolean
  deputyOfPostId: number | null
}

interface PostPlan extends Lifespan {
  /** null: a new one */
  id: number | null
  isHead: boolean
  deputyOfPostId: number | null
}

/**
 * What must hold of a post: it exists within its agency's life, an agency has one head at a time, a deputy is the
 * deputy of a post of this authority which is no deputy itself (004 V.1(4): the head authorises his or her deputy).
 */
export function checkPost(plan: PostPlan, agency: Lifespan & { id: number }, posts: readonly PostLife[]): void {
  if (isReversed(plan)) throw new InputRejected({ toDay: 'beforeStart' })
  if (!covers(agency, plan)) throw new BrokenRule('post/outside-agency')
  const others = posts.filter((post) => post.id !== plan.id)
  const head = others.find((post) => post.agencyId === agency.id && post.isHead && overlap(post, plan))
  if (plan.isHead && head) throw new BrokenRule('post/second-head')
  if (plan.deputyOfPostId === null) return
  const superior = others.find((post) => post.id === plan.deputyOfPostId)
  if (!superior) throw new InputRejected({ deputyOfPostId: 'notFound' })
  if (superior.deputyOfPostId !== null || plan.isHead) throw new BrokenRule('post/deputy-of-deputy')
  if (others.some((post) => post.deputyOfPostId === plan.id && plan.id !== null)) {
    throw new BrokenRule('post/deputy-of-deputy')
  }
}

interface HoldingLife extends Lifespan {
  id: number
}

/** A post is held only while it exists and by one person at a time. Returns the holding that stands in the way, if any. */
export function checkAppointment<T extends HoldingLife>(
  post: Lifespan,
  plan: Lifespan,
  holdings: readonly T[],
): T | null {
  if (isReversed(plan)) throw new InputRejected({ toDay: 'beforeStart' })
  if (!covers(post, plan)) throw new BrokenRule('post/appointed-outside')
  return holdings.find((holding) => overlap(holding, plan)) ?? null
}
