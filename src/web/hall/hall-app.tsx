import { hallWords } from '../words/hall-words.ts'
import type { AppProps } from './hall-app-data.ts'
import { HallDesk } from './hall-desk.tsx'
import { LineMark } from './hall-top.tsx'
import { announcementOf, publicAnnouncementOf } from './live-announcement.ts'
import { HallPhone } from './public-phone.tsx'
import { HallScreen } from './public-screen.tsx'

/** Everything below `#hall`, drawn alike by the server and by the browser. */
export function HallApp({ data, now, line, said, supported }: AppProps) {
  const words = hallWords[data.lang]
  const { view } = data
  if (view.kind === 'desk') {
    return (
      <>
        <LineMark line={line} words={words} signInHref={data.signInHref} />
        <HallDesk view={view} now={now} words={words} />
      </>
    )
  }
  const shown = { view, now, words, line, qr: data.qr }
  if (data.screen === 'screen') return <HallScreen {...shown} />
  return (
    <HallPhone
      {...shown}
      csrf={data.csrf}
      base={data.base}
      said={said}
      errors={data.errors ?? {}}
      typed={data.typed ?? {}}
      supported={supported}
    />
  )
}

/** What the live region says of a state. */
HallApp.announce = ({ data, now }: AppProps): string => {
  const words = hallWords[data.lang]
  const { view } = data
  return view.kind === 'desk' ? announcementOf(view.state, now, words) : publicAnnouncementOf(view, now, words)
}
