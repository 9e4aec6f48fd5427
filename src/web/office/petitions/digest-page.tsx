import { dispositions } from '../../../petitions/petition.ts'
import { findDialogueOfPetition } from '../../../petitions/petition-dialogue-store.ts'
import { findPetitionFields } from '../../../petitions/petition-fields.ts'
import { countPetitionsOfDialogue, type DigestRow, listDigest } from '../../../petitions/petition-list-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { formatDay } from '../../../platform/day.ts'
import { NotFound, NotPermitted } from '../../../platform/errors.ts'
import { Badge } from '../../kit/badge.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FilterBar } from '../../kit/filter-bar.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId, queryText } from '../office-route.ts'
import { channelsOf, labelOf, loadListChoices } from './petition-choices.ts'
import { PETITIONS, petitionerName } from './petition-list-page.tsx'
import { PetitionStateBadge } from './petition-signs.tsx'

/** GET /kien-nghi/tong-hop: the digest of a dialogue in its three groups (003 4.1, 004 V.1(3)); it prints. */
export async function showDigest(request: OfficeRequest): Promise<OfficeReply> {
  const { db, actor, authority, lang, today } = request
  const words = petitionWords[lang]
  const visibility = visibilityOf(actor, authority.id)
  if (!visibility) throw new NotPermitted('petition:read')
  const choices = await loadListChoices(request, null)
  const asked = queryText(request, 'dialogue') !== ''
  const dialogueId = asked ? queryId(request, 'dialogue') : Number(choices.dialogues[0]?.value ?? 0)
  if (asked && dialogueId === 0) throw new NotFound('dialogue')
  const dialogue = dialogueId === 0 ? null : await findDialogueOfPetition(db, authority.id, dialogueId)
  if (dialogueId !== 0 && !dialogue) throw new NotFound('dialogue')
  const rows = dialogue ? await listDigest(db, visibility, dialogue.id) : []
  const counts = dialogue ? await countPetitionsOfDialogue(db, visibility, dialogue.id, today) : null
  const fields = dialogue ? await findPetitionFields(db, authority.id, dialogue.id, today) : null
  const columns = digestColumns(request, fields)
  // what went to another body is in none of the three groups any more
  const groups = [...dispositions, 'transferred' as const, null]
  const groupOf = (row: DigestRow) => (row.state === 'transferred' ? 'transferred' : row.disposition)
  const path = request.link(`${PETITIONS}/tong-hop`)
  return officePage(
    request,
    { title: words.digest, active: 'petitions', width: 'wide' },
    <>
      <PageHeading
        trail={[{ href: request.link(PETITIONS), label: words.petitions }]}
        title={words.digest}
        meta={dialogue?.title ?? petitionFieldWords[lang].pickDialogue}
      />
      <FilterBar action={path} values={{ dialogue: dialogueId || undefined }} active={[]} clearHref={path}>
        <SelectField name="dialogue" label={words.filters.dialogue} choices={choices.dialogues} empty={null} />
      </FilterBar>
      {counts ? (
        <StatRow>
          <Stat label={words.petitions} value={counts.total} />
          <Stat label={words.states.assigned} value={counts.beingPrepared} />
          <Stat label={words.states.answerPrepared} value={counts.prepared} />
          <Stat label={words.four.answered} value={counts.answered} tone={counts.answered > 0 ? 'good' : 'quiet'} />
          <Stat label={words.four.settled} value={counts.settled} tone={counts.settled > 0 ? 'good' : 'quiet'} />
          <Stat label={words.filters.overdue} value={counts.overdue} tone={counts.overdue > 0 ? 'bad' : 'quiet'} />
        </StatRow>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState icon="petition" title={petitionFieldWords[lang].emptyDigest} help={words.noneYetHelp} />
      ) : null}
      {groups.map((group) => {
        const inGroup = rows.filter((row) => groupOf(row) === group)
        if (inGroup.length === 0) return null
        return (
          <Section key={group ?? 'none'} title={words.groups[group ?? 'none']} count={inGroup.length}>
            <DataTable
              caption={words.groups[group ?? 'none']}
              columns={columns}
              rows={inGroup}
              rowKey={(row) => String(row.id)}
              rowHref={(row) => request.link(`${PETITIONS}/${row.id}`)}
            />
          </Section>
        )
      })}
    </>,
  )
}

function digestColumns(
  request: OfficeRequest,
  fields: Awaited<ReturnType<typeof findPetitionFields>>,
): Column<DigestRow>[] {
  const { lang } = request
  const words = petitionWords[lang]
  return [
    {
      key: 'petition',
      label: words.columns.petition,
      main: true,
      wide: true,
      cell: (row) => (
        <>
          <span class="kicker">{row.code}</span> {row.confidential ? words.hidden : row.content}
        </>
      ),
    },
    {
      key: 'petitioner',
      label: words.columns.petitioner,
      cell: (row) => (
        <div>
          {[petitionerName(row, words), row.confidential ? '' : row.villageName].filter(Boolean).join(', ')}
          <p class="field-help">{labelOf(channelsOf(fields?.channels), row.channel, lang)}</p>
        </div>
      ),
    },
    {
      key: 'field',
      label: words.columns.field,
      cell: (row) => (
        <div>
          {labelOf(fields?.subjectAreas, row.subjectArea, lang)}
          <p class="field-help">{labelOf(fields?.urgencies, row.urgency, lang)}</p>
        </div>
      ),
    },
    {
      key: 'answer',
      label: words.columns.answer,
      cell: (row) => {
        if (row.confidential || !row.answer) return <span class="field-help">{words.noAnswer}</span>
        const isDraft = row.answer.state !== 'approved'
        return (
          <>
            {row.answer.text} {isDraft ? <Badge>{words.answerStates[row.answer.state as 'draft']}</Badge> : null}
          </>
        )
      },
    },
    {
      key: 'result',
      label: words.columns.result,
      cell: (row) => (row.confidential ? '' : (row.settlement ?? row.proposedSettlement)),
    },
    {
      key: 'level',
      label: words.columns.level,
      cell: (row) => (
        <div>
          {row.agencyName ?? words.noAgency}
          <p class="field-help">{dayOf(row)}</p>
        </div>
      ),
    },
    { key: 'state', label: words.columns.state, cell: (row) => <PetitionStateBadge state={row.state} /> },
  ]
}

/** When it was settled, else until when it is due. */
function dayOf(row: DigestRow): string {
  const day = row.settledOn ?? row.dueOn
  return day === null ? '' : formatDay(day)
}
