import { shortened } from '../../../platform/shortened.ts'
import type { FollowedCopy } from '../../../public-record/followed-copy-store.ts'
import { followingWords } from '../../words/following-words.ts'
import type { Lang } from '../../words/words.ts'
import { ownLanguage } from '../entry-list.tsx'

/** What is followed, as its reader knows it: the beginning of what was published, or the whole of an authority. */
export function FollowedText({ copy, lang, longest }: { copy: FollowedCopy; lang: Lang; longest: number }) {
  if (copy.kind === 'authority') return <>{followingWords[lang].everything(copy.label)}</>
  return <span {...ownLanguage(lang)}>{shortened(copy.content, longest)}</span>
}
