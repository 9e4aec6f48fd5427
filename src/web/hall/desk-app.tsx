import { hallWords } from '../words/hall-words.ts'
import type { DeskData, LiveProps } from './hall-app-data.ts'
import { HallDesk } from './hall-desk.tsx'
import { LineMark } from './hall-top.tsx'

/** Everything of a desk below `#hall`, drawn alike by the server and by the browser. */
export function DeskApp({ data, now, line }: LiveProps<DeskData>) {
  const words = hallWords[data.lang]
  return (
    <>
      <LineMark line={line} words={words} signInHref={data.signInHref} />
      <HallDesk view={data.view} now={now} words={words} />
    </>
  )
}
