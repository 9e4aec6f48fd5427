import type { ComponentChildren } from 'preact'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { formatDay } from '../../../platform/day.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { DialogueNav, type SubpageKey } from './dialogue-nav.tsx'
import type { Refusal } from './dialogue-request.ts'
import { DialogueState } from './dialogue-state.tsx'

interface SubpageOptions {
  key: SubpageKey
  /** where a page is more than its place among the others says */
  title?: string
  refusal: Refusal | null
  help?: string
  actions?: ComponentChildren
}

/** The frame of every page below a dialogue: where it is, its state, the other pages beside it. */
export function subpage(
  request: OfficeRequest,
  dialogue: Dialogue,
  options: SubpageOptions,
  content: ComponentChildren,
): OfficeReply {
  const words = dialogueWords[request.lang]
  const title = options.title ?? conferenceWords[request.lang].subpages[options.key]
  return officePage(
    request,
    { title: `${title} – ${dialogue.title}`, active: 'dialogues', width: 'wide', keepDrafts: options.refusal !== null },
    <>
      <PageHeading
        trail={[
          { href: request.link('/hoi-nghi'), label: words.dialogues },
          { href: request.link(`/hoi-nghi/${dialogue.id}`), label: dialogue.title },
        ]}
        title={title}
        meta={
          <>
            <DialogueState dialogue={dialogue} lang={request.lang} />
            <span>{dialogue.heldOn ? formatDay(dialogue.heldOn) : words.noDay}</span>
            {dialogue.venue ? <span>{dialogue.venue}</span> : null}
          </>
        }
        actions={options.actions}
      />
      <DialogueNav request={request} dialogue={dialogue} active={options.key} />
      {options.help ? <p class="mb-4 max-w-[70ch] text-sm">{options.help}</p> : null}
      {content}
    </>,
  )
}
