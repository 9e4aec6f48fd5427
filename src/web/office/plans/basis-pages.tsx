import { addLegalBasis, editLegalBasis } from '../../../plans/keep-legal-basis.ts'
import { getLegalBasis, type LegalBasis, listLegalBases } from '../../../plans/legal-basis-store.ts'
import { formatDay, isDay } from '../../../platform/day.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { planWords } from '../../words/plan-words.ts'
import { formPage } from '../form-page.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { planTrail } from './plan-text-forms.tsx'

export const BASES = '/ke-hoach/can-cu'

/** GET /ke-hoach/can-cu: the library of legal bases (A1). */
export async function showBases(request: OfficeRequest): Promise<OfficeReply> {
  const words = planWords[request.lang]
  const bases = await listLegalBases(request.db, request.authority.id)
  const mayEdit = request.actor.may('plan:draft', { authorityId: request.authority.id })
  return officePage(
    request,
    { title: words.library, active: 'plans' },
    <>
      <PageHeading
        title={words.library}
        trail={planTrail(request)}
        meta={words.libraryMeta}
        actions={
          mayEdit ? (
            <LinkButton href={request.link(`${BASES}/moi`)} variant="primary" icon="plus">
              {words.addBasis}
            </LinkButton>
          ) : null
        }
      />
      {bases.length === 0 ? (
        <EmptyState title={words.noLibrary} help={words.noLibraryHelp} />
      ) : (
        <DataTable
          caption={words.library}
          columns={columnsOf(request)}
          rows={bases}
          rowKey={(basis) => String(basis.id)}
          rowHref={(basis) => (mayEdit ? request.link(`${BASES}/${basis.id}/sua`) : null)}
        />
      )}
    </>,
  )
}

function columnsOf({ lang, today }: OfficeRequest): Column<LegalBasis>[] {
  const words = planWords[lang]
  return [
    { key: 'number', label: words.basisNumber, main: true, cell: (basis) => basis.number },
    { key: 'day', label: words.basisDay, cell: (basis) => (basis.datedOn ? formatDay(basis.datedOn) : '') },
    { key: 'issuer', label: words.basisIssuer, cell: (basis) => basis.issuer },
    { key: 'title', label: words.basisTitle, wide: true, cell: (basis) => basis.title },
    {
      key: 'effect',
      label: words.effectiveTo,
      cell: (basis) =>
        basis.effectiveTo !== null && basis.effectiveTo < today ? (
          <StateBadge tone="quiet" label={`${words.expired} ${formatDay(basis.effectiveTo)}`} sign="minus" />
        ) : (
          <StateBadge tone="good" label={words.inForce} />
        ),
    },
  ]
}

/** GET /ke-hoach/can-cu/moi and /ke-hoach/can-cu/:id/sua */
export function showBasisForm(act: 'add' | 'edit') {
  return async (request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> => {
    const words = planWords[request.lang]
    const basis = act === 'edit' ? await getLegalBasis(request.db, request.authority.id, idParam(request)) : null
    const { basisNumber, basisDay, basisIssuer, basisTitle, effectiveFrom, effectiveTo } = words
    const verb = basis ? words.editBasis : words.addBasis
    return formPage(request, {
      title: verb,
      active: 'plans',
      trail: [...planTrail(request), { href: request.link(BASES), label: words.library }],
      action: request.link(basis ? `${BASES}/${basis.id}/sua` : `${BASES}/moi`),
      version: basis?.version,
      values: basis ? { ...basis } : {},
      refused,
      verb,
      cancelHref: request.link(BASES),
      labels: {
        number: basisNumber,
        datedOn: basisDay,
        issuer: basisIssuer,
        title: basisTitle,
        effectiveFrom,
        effectiveTo,
      },
      say: (_field, value) => (isDay(value) ? formatDay(value) : String(value ?? '')),
      children: (
        <>
          <TextField name="number" label={basisNumber} required narrow />
          <DayField name="datedOn" label={basisDay} />
          <TextField name="issuer" label={basisIssuer} required />
          <TextAreaField name="title" label={basisTitle} rows={3} required />
          <DayField name="effectiveFrom" label={effectiveFrom} />
          <DayField name="effectiveTo" label={effectiveTo} />
        </>
      ),
    })
  }
}

/** POST /ke-hoach/can-cu/moi */
export function postBasis(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, addLegalBasis, {
    onDone: () => redirectTo(request.link(BASES), planWords[request.lang].doneSave),
    onRefused: (refused) => showBasisForm('add')(request, refused),
  })
}

/** POST /ke-hoach/can-cu/:id/sua */
export function postBasisEdit(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, editLegalBasis, {
    onDone: () => redirectTo(request.link(BASES), planWords[request.lang].doneSave),
    onRefused: (refused) => showBasisForm('edit')(request, refused),
  })
}
