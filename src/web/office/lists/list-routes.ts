import type { OfficeRoute } from '../office-route.ts'
import { postDrop } from './import-batch-view.tsx'
import { postColumns, showColumns } from './import-columns-page.tsx'
import { IMPORTS, postSheet, showImports } from './import-list-page.tsx'
import { postUndo, showImport } from './import-page.tsx'
import { postRow, showRow } from './import-row-page.tsx'
import { postChoices, postTake, showRows } from './import-rows-page.tsx'
import { downloadTemplate } from './import-template.ts'
import { opinionListRoutes } from './opinion-list-acts.ts'

const permission = 'list:import' as const
const one = `${IMPORTS}/:id`

/** The ways in beside the single form: sheets, lists sent up, forms on paper. */
export const listRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: IMPORTS, permission, handle: (request) => showImports(request) },
  { method: 'POST', url: IMPORTS, permission, handle: postSheet },
  { method: 'GET', url: `${IMPORTS}/mau`, permission, handle: downloadTemplate },
  { method: 'GET', url: one, permission, handle: (request) => showImport(request) },
  { method: 'GET', url: `${one}/cot`, permission, handle: (request) => showColumns(request) },
  { method: 'POST', url: `${one}/cot`, permission, handle: postColumns },
  { method: 'GET', url: `${one}/dong`, permission, handle: (request) => showRows(request) },
  { method: 'GET', url: `${one}/dong/:row`, permission, handle: (request) => showRow(request) },
  { method: 'POST', url: `${one}/dong/:row`, permission, handle: postRow },
  { method: 'POST', url: `${one}/chon`, permission, handle: postChoices },
  { method: 'POST', url: `${one}/nhap`, permission, handle: postTake },
  { method: 'POST', url: `${one}/bo`, permission, handle: postDrop },
  { method: 'POST', url: `${one}/hoan-tac`, permission, handle: postUndo },
  ...opinionListRoutes,
]
