import type { Paper } from '../../../documents/paper.ts'
import { findPaperSheet, type StoredSheet } from '../../../documents/paper-sheet-store.ts'
import { readSheet } from '../../../papers/sheet.ts'
import { sheetText } from '../../../papers/sheet-text.ts'
import type { TextLock } from '../../../papers/text-lock-store.ts'
import { isKeptDraft } from '../../../procedures/kept-text.ts'
import type { PaperScopes } from '../../../procedures/paper-access.ts'
import { type FromData, layoutOf, textOf, wordFileOf } from '../../../procedures/paper-text.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Section } from '../../kit/section.tsx'
import { formatMoment } from '../../words/format-values.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { kindName, PAPERS } from '../documents/paper-view.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { KeptTextPart, readKeptText } from './kept-text-part.tsx'
import { stateShown } from './paper-output.ts'
import { SheetPreview } from './sheet-preview.tsx'

interface PaperOnPage {
  request: OfficeRequest
  paper: Paper
  scopes: PaperScopes
  lock: TextLock | null
}

/**
 * The text of a paper made from data, with its files and what may be done with it; of another draft the way to such a
 * text. `preview`: the words of the paper are in it, or locked.
 */
export async function paperTextSection({ request, paper, scopes, lock }: PaperOnPage) {
  const { db, authority, lang, today } = request
  const words = sheetWords[lang]
  if (isKeptDraft(paper)) return keptSection(request, paper, lock)
  const stored = await findPaperSheet(db, authority.id, paper.id)
  const mayEdit = paper.state === 'draft' && request.actor.may('paper:draft', scopes.working)
  if (!stored) return { preview: false, section: mayEdit ? <FirstText request={request} paper={paper} /> : null }
  if (lock) return { preview: true, section: null }
  const { sheet, layout } = await textOf(stored, today)
  const file = await wordFileOf(db, authority.id, stored)
  const shown = stateShown(sheet, paper)
  const at = (act: string) => request.link(`${PAPERS}/${paper.id}/${act}`)
  const files: Action[] = [
    { label: words.downloadDocx, href: at('van-ban.docx'), icon: 'download' },
    ...(file ? [] : [{ label: words.downloadPdf, href: at('van-ban.pdf'), icon: 'download' as const }]),
  ]
  const edits: Action[] = mayEdit
    ? [
        ...(file
          ? [{ label: words.dropWord, href: at('bo-ban-word') }]
          : [{ label: words.edit, href: at('noi-dung') }]),
        {
          label: words.drawAgain,
          // a report is corrected on its own page, its paper drawn from there
          href: stored.about === 'report' ? request.link(`/bao-cao/ho-so/${stored.aboutId}`) : at('cap-nhat'),
        },
        { label: words.takeWord, href: at('ban-word') },
      ]
    : []
  const section = (
    <Section title={words.text} help={saidOf(request, stored)}>
      <ActionBar actions={[...files, ...edits]} />
      {file ? (
        <p class="mt-3">{words.wordIsText(file.name)}</p>
      ) : (
        <div class="mt-4">
          <SheetPreview sheet={shown} layout={layout} label={words.previewOf(kindName(paper.kind, lang))} />
        </div>
      )}
    </Section>
  )
  return { preview: true, section }
}

/** Of a conclusion or a plan, which are edited where they are made. */
async function keptSection(request: OfficeRequest, paper: Paper, lock: TextLock | null) {
  const kept = await readKeptText(request, paper)
  if (!kept) return { preview: lock !== null, section: null }
  const words = sheetWords[request.lang]
  const { sheet, branch } = kept.drawn
  const section = (
    <Section title={words.text}>
      <KeptTextPart request={request} kept={kept} />
      {kept.file || lock ? null : (
        <div class="mt-4">
          <SheetPreview
            sheet={stateShown(sheet, paper)}
            layout={await layoutOf(branch, request.today)}
            label={words.previewOf(kindName(paper.kind, request.lang))}
          />
        </div>
      )}
    </Section>
  )
  return { preview: true, section }
}

function saidOf({ lang }: OfficeRequest, stored: StoredSheet): string {
  const words = sheetWords[lang]
  const fromData = stored.fromData as FromData
  const byHand = stored.sealedAt === null && sheetText(readSheet(stored.sheet)) !== sheetText(readSheet(fromData.sheet))
  return [
    words.drawnOn(formatMoment(stored.drawnAt, lang)),
    stored.templateId === null ? '' : words.ownWording,
    byHand ? words.changedByHand : '',
    stored.sealedAt === null ? '' : words.sealed,
  ]
    .filter((said) => said !== '')
    .join(' ')
}

/** A draft that was typed or uploaded can be given its text from the data. */
function FirstText({ request, paper }: { request: OfficeRequest; paper: Paper }) {
  const words = sheetWords[request.lang]
  return (
    <Section title={words.text}>
      <ActionBar actions={[{ label: words.draw, href: request.link(`${PAPERS}/${paper.id}/cap-nhat`) }]} />
    </Section>
  )
}
