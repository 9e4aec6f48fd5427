import { requirePermission } from '../../../changes/perform-change.ts'
import { findPaperSheet, type StoredSheet } from '../../../documents/paper-sheet-store.ts'
import { listRecipients } from '../../../documents/paper-store.ts'
import { drawPaper } from '../../../papers/draw-paper.ts'
import { readSheet, type Sheet } from '../../../papers/sheet.ts'
import { sheetDifference, sheetLines } from '../../../papers/sheet-text.ts'
import { NotFound } from '../../../platform/errors.ts'
import { drawAgain } from '../../../procedures/paper-from-data.ts'
import { drawnWithRecipients } from '../../../procedures/paper-recipients.ts'
import { type FromData, mayReadFacts, questionOf } from '../../../procedures/paper-text.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { loadPaper, PAPERS } from '../documents/paper-view.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'

/** GET /van-ban/:id/cap-nhat – what would change, before it does. */
export async function showDrawAgain(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, authority, actor, lang, today } = request
  const words = sheetWords[lang]
  const { paper, scopes, lock } = await loadPaper(request)
  requirePermission(actor, 'paper:draft', scopes.working)
  const back = request.link(`${PAPERS}/${paper.id}`)
  const stored = await findPaperSheet(db, authority.id, paper.id)
  const asked = await questionOf(db, authority.id, paper, { variant: stored?.variant ?? null, today })
  const drawn = asked && (await drawPaper(db, authority.id, asked))
  if (drawn && !(await mayReadFacts(db, actor, authority.id, drawn))) throw new NotFound('paper')
  const recipients = await listRecipients(db, authority.id, paper.id)
  // of a locked text nothing is shown, not even what goes
  const difference = !drawn
    ? null
    : stored && !lock
      ? sheetDifference(readSheet(stored.sheet), drawnWithRecipients(drawn.sheet, drawnBefore(stored), recipients))
      : { gone: stored || lock ? [] : linesOf(paper.body), added: sheetLines(drawn.sheet) }
  const unchanged = difference !== null && difference.gone.length + difference.added.length === 0
  const verb = lock ? words.drawAfresh : stored ? words.drawAgain : words.draw
  const errors = refused?.stale ? { '': words.stale } : (refused?.errors ?? {})
  return officePage(
    request,
    { title: verb, active: 'dossiers', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={[
          { href: request.link(PAPERS), label: documentWords[lang].papers },
          { href: back, label: paper.title },
        ]}
        title={verb}
        meta={lock ? words.drawAfreshHelp : stored ? words.drawAgainHelp : words.drawMeta}
      />
      {drawn === null ? <p>{words.noWording}</p> : null}
      {unchanged ? <p>{words.nothingChanged}</p> : null}
      {difference ? <Lines title={words.gone} lines={difference.gone} gone /> : null}
      {difference ? <Lines title={words.added} lines={difference.added} /> : null}
      {drawn === null || (unchanged && !refused) ? (
        <p class="mt-4">
          <a href={back}>{paper.title}</a>
        </p>
      ) : (
        <>
          <ErrorSummary errors={errors} />
          <Form action={`${back}/cap-nhat`} hidden={{ sheetVersion: String(stored?.version ?? 0) }}>
            <FormButtons verb={verb} cancelHref={back} />
          </Form>
        </>
      )}
    </>,
  )
}

/** What was typed by hand goes too when the text comes from the data; it stays in the log. */
function linesOf(typed: string): string[] {
  return typed.split('\n').filter((line) => line.trim() !== '')
}

function drawnBefore(stored: StoredSheet): Sheet {
  return readSheet((stored.fromData as FromData).sheet)
}

function Lines({ title, lines, gone = false }: { title: string; lines: readonly string[]; gone?: boolean }) {
  if (lines.length === 0) return null
  return (
    <Section title={title} count={lines.length}>
      <ul class="grid gap-1">
        {lines.map((line, at) => (
          <li key={at}>{gone ? <del>{line}</del> : <ins class="no-underline">{line}</ins>}</li>
        ))}
      </ul>
    </Section>
  )
}

/** POST /van-ban/:id/cap-nhat */
export async function postDrawAgain(request: OfficeRequest): Promise<OfficeReply> {
  await loadPaper(request)
  return submitForm(request, drawAgain, {
    onDone: () => redirectTo(request.link(`${PAPERS}/${idParam(request)}`), sheetWords[request.lang].done.drawnAgain),
    onRefused: (refused) => showDrawAgain(request, refused),
  })
}
