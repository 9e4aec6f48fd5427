import { requirePermission } from '../../../changes/perform-change.ts'
import { batchScope, type ImportBatch } from '../../../lists/import-batch.ts'
import { getBatch } from '../../../lists/import-store.ts'
import { dropSheet } from '../../../lists/queue-sheet.ts'
import { Button } from '../../kit/button.tsx'
import { Form } from '../../kit/form.tsx'
import { listWords } from '../../words/list-words.ts'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { IMPORTS } from './import-list-page.tsx'

/** The sheet of the address, for whom it is open; NotFound for anybody else. */
export async function openBatch(request: OfficeRequest): Promise<ImportBatch> {
  const batch = await getBatch(request.db, request.authority.id, idParam(request))
  requirePermission(request.actor, 'list:import', batchScope(batch))
  return batch
}

export function DropSheet({ request, batch }: { request: OfficeRequest; batch: ImportBatch }) {
  return (
    <Form action={request.link(`${IMPORTS}/${batch.id}/bo`)} version={batch.version} draft={false}>
      <Button variant="quiet">{listWords[request.lang].drop}</Button>
    </Form>
  )
}

/** POST /nhap-bang/:id/bo */
export async function postDrop(request: OfficeRequest): Promise<OfficeReply> {
  await openBatch(request)
  return submitForm(request, dropSheet, {
    onDone: () => redirectTo(request.link(IMPORTS), listWords[request.lang].dropped),
    // somebody recorded or dropped it meanwhile: its page says so
    onRefused: () => redirectTo(request.link(`${IMPORTS}/${idParam(request)}`)),
  })
}
