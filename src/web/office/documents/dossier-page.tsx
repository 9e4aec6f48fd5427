import { listAgencies } from '../../../agencies/agency-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { assembleDossier } from '../../../procedures/assemble-dossier.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { formatMoment, formatNumber } from '../../words/format-values.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { DossierEntries } from './dossier-entries.tsx'
import { DOSSIERS } from './dossier-list-page.tsx'
import { DossierToDo } from './dossier-to-do.tsx'
import { type DossierView, drawableKinds } from './dossier-view.ts'

/** GET /ho-so/:id */
export async function showDossier(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, actor, lang } = request
  const words = dossierWords[lang]
  const assembled = await assembleDossier(db, authority.id, idParam(request), actor)
  const { dossier, dialogue, completeness } = assembled
  const mayFile = actor.may('dossier:file', { authorityId: authority.id })
  const drawable = await drawableKinds(request, dialogue.id)
  const view: DossierView = { request, dossier: assembled, mayFile, drawable }
  const closed = dossier.state === 'closed'
  const number = (value: number) => formatNumber(value, lang)
  return officePage(
    request,
    { title: `${words.dossier}: ${dialogue.title}`, active: 'dossiers' },
    <>
      <PageHeading
        trail={[{ href: request.link(DOSSIERS), label: words.dossiers }]}
        kicker={words.dossier}
        title={dialogue.title}
        meta={
          <>
            <StateBadge
              tone={closed ? 'good' : 'quiet'}
              {...(closed ? { sign: 'lock' as const } : {})}
              label={words.states[dossier.state]}
            />
            <span>
              {words.completeness}:{' '}
              {words.filledOf(number(completeness.mandatoryFilled), number(completeness.mandatory))}
            </span>
          </>
        }
      />
      {closed ? null : (
        <div class="mb-6">
          <DossierToDo view={view} />
        </div>
      )}
      <PageColumns
        main={<DossierEntries view={view} />}
        aside={<Facts view={view} agencies={await listAgencies(db, authority.id)} />}
      />
    </>,
  )
}

function Facts({ view, agencies }: { view: DossierView; agencies: readonly { id: number; name: string }[] }) {
  const { request, dossier: assembled } = view
  const { dossier, dialogue, regulation } = assembled
  const { lang } = request
  const words = dossierWords[lang]
  const mayDownload = request.actor.may('dossier:download', { authorityId: request.authority.id })
  return (
    <Card look="quiet">
      <DefinitionList
        stacked
        facts={[
          { label: words.seeDialogue, value: <a href={request.link(`/hoi-nghi/${dialogue.id}`)}>{dialogue.title}</a> },
          { label: words.heldOn, value: dialogue.heldOn ? formatDay(dialogue.heldOn) : null },
          { label: words.owner, value: agencies.find((agency) => agency.id === dossier.ownerAgencyId)?.name },
          { label: words.regulation, value: regulation.number },
          { label: words.closedOn, value: dossier.closedAt ? formatMoment(dossier.closedAt, lang) : null },
          {
            label: words.manifestHash,
            value: dossier.manifestSha256 ? <code class="break-all">{dossier.manifestSha256}</code> : null,
          },
          {
            label: words.logHead,
            value: dossier.manifest ? (
              <code class="break-all">
                {dossier.manifest.log.seq} · {dossier.manifest.log.hash}
              </code>
            ) : null,
          },
        ]}
      />
      {mayDownload ? (
        <>
          <ActionBar
            actions={[{ label: words.download, href: request.link(`${DOSSIERS}/${dossier.id}/zip`), icon: 'download' }]}
          />
          <p class="field-help">{words.downloadHelp}</p>
        </>
      ) : null}
    </Card>
  )
}
