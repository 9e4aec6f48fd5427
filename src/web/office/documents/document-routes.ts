import type { OfficeRoute } from '../office-route.ts'
import { sheetRoutes } from '../papers/sheet-routes.ts'
import { wordingRoutes } from '../wordings/wording-routes.ts'
import { dossierActRoutes } from './dossier-acts.tsx'
import { DOSSIERS, showDossiers } from './dossier-list-page.tsx'
import { showDossier } from './dossier-page.tsx'
import { downloadFile } from './file-download.ts'
import { draftNewPaper, recordIssuedEntry, showIssuedEntry, showNewPaper } from './new-paper-page.tsx'
import { numberBookRoutes } from './number-book-pages.tsx'
import { paperActRoutes } from './paper-act-routes.tsx'
import { paperActs } from './paper-acts.tsx'
import { showPapers } from './paper-list-page.tsx'
import { paperOtherActRoutes } from './paper-other-acts.tsx'
import { showPaper } from './paper-page.tsx'
import { PAPERS } from './paper-view.tsx'
import { yearDossierRoutes } from './year-dossier-page.tsx'

/** Papers, files, dossiers and number books. */
export const documentRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: PAPERS, permission: 'paper:read', handle: showPapers },
  { method: 'GET', url: `${PAPERS}/moi`, permission: 'paper:draft', handle: showNewPaper },
  { method: 'POST', url: `${PAPERS}/moi`, permission: 'paper:draft', handle: draftNewPaper },
  { method: 'GET', url: `${PAPERS}/da-ban-hanh`, permission: 'paper:issue', handle: showIssuedEntry },
  { method: 'POST', url: `${PAPERS}/da-ban-hanh`, permission: 'paper:issue', handle: recordIssuedEntry },
  ...sheetRoutes,
  { method: 'GET', url: `${PAPERS}/:id`, permission: 'paper:read', handle: showPaper },
  ...paperActs.flatMap(paperActRoutes),
  ...paperOtherActRoutes,
  // who may fetch a file follows from its subject, asked inside
  { method: 'GET', url: '/tep/:id', permission: 'home:see', handle: downloadFile },
  { method: 'GET', url: DOSSIERS, permission: 'dossier:read', handle: showDossiers },
  { method: 'GET', url: `${DOSSIERS}/:id`, permission: 'dossier:read', handle: showDossier },
  ...dossierActRoutes,
  ...yearDossierRoutes,
  ...numberBookRoutes,
  ...wordingRoutes,
]
