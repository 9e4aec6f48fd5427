import { publicHallWords } from '../words/public-hall-words.ts'
import type { LiveProps, PublicData } from './hall-app-data.ts'
import { HallPhone } from './public-phone.tsx'
import { HallScreen } from './public-screen.tsx'

/** Everything below `#hall` on the screen in the hall and on telephones, drawn alike by the server and by the browser. */
export function PublicApp({ data, now, line, said, supported }: LiveProps<PublicData>) {
  const words = publicHallWords[data.lang]
  const { view, base, csrf, qr, asking, formKey } = data
  if (data.screen === 'screen') return <HallScreen {...{ view, now, words, line, qr }} />
  const form = { errors: data.errors ?? {}, typed: data.typed ?? {} }
  return <HallPhone {...{ view, now, words, line, base, csrf, formKey, asking, said, supported }} {...form} />
}
