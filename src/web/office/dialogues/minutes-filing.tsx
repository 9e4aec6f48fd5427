import type { Minutes } from '../../../dialogues/conference-store.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { listPapers } from '../../../documents/paper-store.ts'
import { Card } from '../../kit/card.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { mayDo } from './dialogue-request.ts'

/**
 * Once both have signed: the minutes become the paper of the dossier in one click, with text, day and signer filled in;
 * only number and signed page are added. Where they are a paper already, the way to it.
 */
export async function minutesFiling(request: OfficeRequest, dialogue: Dialogue, minutes: Minutes | null) {
  if (minutes?.state !== 'locked') return null
  const words = conferenceWords[request.lang].minutes
  const papers = await listPapers(request.db, request.authority.id, { dialogueId: dialogue.id })
  const paper = papers.find((one) => one.kind === 'minutes' && one.state !== 'void')
  if (paper) {
    return mayDo(request, 'paper:read') ? (
      <p>
        <a href={request.link(`/van-ban/${paper.id}`)}>{words.filedAs(paper.number ?? paper.title)}</a>
      </p>
    ) : null
  }
  const form = mayDo(request, 'paper:issue') ? 'da-ban-hanh' : mayDo(request, 'paper:draft') ? 'moi' : null
  if (form === null) return null
  return (
    <Card title={words.toDossier} level={2} look="marked">
      <p class="field-help">{words.toDossierHelp}</p>
      <LinkButton
        variant="primary"
        icon="file"
        href={request.link(`/van-ban/${form}?cuoc=${dialogue.id}&loai=minutes`)}
      >
        {words.toDossier}
      </LinkButton>
    </Card>
  )
}
