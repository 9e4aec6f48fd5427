import { formatDay } from '../../../platform/day.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { countPhoneBallots, type PhoneBallots } from '../../../surveys/ballot-store.ts'
import { joinedTally } from '../../../surveys/joined-tally.ts'
import {
  type GroupResult,
  groupSums,
  surveyFormOf,
  surveyResult,
  type TallyDifference,
  tallyDifferences,
} from '../../../surveys/survey.ts'
import { tallyScope } from '../../../surveys/survey-scope.ts'
import { listTallies, type StoredTally, type Survey } from '../../../surveys/survey-store.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import type { Tone } from '../../kit/badge.tsx'
import { BarFigure } from '../../kit/bar-figure.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { ballotWords } from '../../words/ballot-words.ts'
import { formatMoment, formatNumber, formatShare } from '../../words/format-values.ts'
import { surveyWords } from '../../words/survey-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import type { RefusedForm } from '../submit-form.tsx'
import { labelIn, readSurvey, surveyAddress, surveyTrail } from './survey-subject.ts'

/** GET /hoi-nghi/:id/phieu-danh-gia */
export async function showSurvey(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = surveyWords[request.lang]
  const { dialogue, survey } = await readSurvey(request)
  const { regulation } = await getRegulationVersion(request.db, dialogue.regulationVersionId)
  const given = surveyFormOf(regulation)
  const content = survey ? (
    await openedSurvey(request, survey)
  ) : given ? (
    <OpeningForm request={request} title={given.title} refused={refused} />
  ) : (
    <EmptyState icon="minus" title={words.noForum} help={words.noForumHelp} />
  )
  return officePage(
    request,
    { title: words.survey, active: 'dialogues', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={survey?.title ?? words.survey}
        trail={surveyTrail(request, dialogue)}
        meta={
          survey ? (
            <StateBadge
              tone={survey.state === 'settled' ? 'good' : 'info'}
              label={words.state[survey.state as 'open' | 'settled']}
            />
          ) : (
            words.surveyMeta
          )
        }
      />
      {content}
    </>,
  )
}

function OpeningForm(props: { request: OfficeRequest; title: string; refused: RefusedForm | null }) {
  const { request, refused } = props
  const words = surveyWords[request.lang]
  if (!request.actor.may('survey:settle', { authorityId: request.authority.id })) {
    return <EmptyState icon="clock" title={words.none} help={words.noneHelp} />
  }
  return (
    <Section title={words.none} help={words.noneHelp}>
      <Form
        action={surveyAddress(request)}
        values={refused?.values ?? { title: props.title }}
        errors={refused?.errors ?? {}}
      >
        <TextField name="title" label={words.title} required />
        <FormButtons verb={words.open} />
      </Form>
    </Section>
  )
}

async function openedSurvey(request: OfficeRequest, survey: Survey) {
  const { lang } = request
  const words = surveyWords[lang]
  const tallies = await listTallies(request.db, request.authority.id, survey.id)
  const [first, second] = [1, 2].map((pass) => tallies.find((one) => one.pass === pass))
  const settled = tallies.find((one) => one.pass === survey.settledPass)
  const phone = await countPhoneBallots(request.db, request.authority.id, survey.id)
  // what came by telephone is read together: while ballots still come in, the newest would tell who was just here
  const comments = [survey.comments, ...(settled ? phone.comments : [])].filter(Boolean).join('\n')
  return (
    <>
      <ActionBar actions={await actionsOf(request, survey, tallies)} />
      {survey.valid === null ? (
        <p>{words.notCounted}</p>
      ) : (
        <div class="mt-6">
          <StatRow>
            <Stat label={words.issued} value={survey.issued ?? 0} />
            <Stat label={words.returned} value={survey.returned ?? 0} />
            <Stat label={words.valid} value={survey.valid} />
          </StatRow>
        </div>
      )}
      <ul class="mt-4">
        {([1, 2] as const).map((pass) => (
          <li key={pass}>
            {tallyLine(
              tallies.find((one) => one.pass === pass),
              pass,
              lang,
            )}
          </li>
        ))}
      </ul>
      {first && second && survey.state === 'open' ? (
        <Differences survey={survey} first={first} second={second} lang={lang} />
      ) : null}
      {phone.issued > 0 ? <p>{ballotWords[lang].state(phone.issued, phone.cast)}</p> : null}
      {settled ? <Result survey={survey} settled={settled} phone={phone} lang={lang} /> : null}
      {comments ? (
        <Section title={words.comments}>
          <ProseText text={comments} />
        </Section>
      ) : null}
    </>
  )
}

function tallyLine(tally: StoredTally | undefined, pass: 1 | 2, lang: Lang): string {
  const words = surveyWords[lang]
  return tally
    ? words.tallied(pass, tally.enteredByName ?? '', formatMoment(tally.enteredAt, lang))
    : words.notTallied(pass)
}

async function actionsOf(request: OfficeRequest, survey: Survey, tallies: readonly StoredTally[]): Promise<Action[]> {
  const words = surveyWords[request.lang]
  const { actor, authority } = request
  const mayEnter = survey.state === 'open' && actor.may('survey:enter', await tallyScope(request.db, authority.id))
  const maySettle = actor.may('survey:settle', { authorityId: authority.id })
  const passes = ([1, 2] as const).filter((pass) => {
    const other = tallies.find((one) => one.pass !== pass)
    return survey.valid !== null && other?.enteredBy !== actor.accountId
  })
  const next = passes.find((pass) => !tallies.some((one) => one.pass === pass))
  return [
    ...(mayEnter
      ? [
          {
            label: words.countBallots,
            href: surveyAddress(request, '/so-phieu'),
            ...(survey.valid === null ? { variant: 'primary' as const } : {}),
          },
          ...passes.map((pass) => ({
            label: words.enterTally(pass),
            href: surveyAddress(request, `/lan/${pass}`),
            ...(pass === next ? { variant: 'primary' as const } : {}),
          })),
        ]
      : []),
    ...(maySettle && survey.state === 'open' && tallies.length === 2
      ? [{ label: words.settle, href: surveyAddress(request, '/chot'), variant: 'primary' as const }]
      : []),
    ...(maySettle && survey.state === 'settled'
      ? [{ label: words.reopen, href: surveyAddress(request, '/mo-lai') }]
      : []),
    ...(maySettle && survey.state === 'open'
      ? [{ label: ballotWords[request.lang].codes, href: surveyAddress(request, '/ma-qr') }]
      : []),
    { label: words.printBallot, href: surveyAddress(request, '/mau-phieu'), icon: 'print' as const },
  ]
}

/** Cells in which the tallies differ, for the page and the form that settles. */
export function Differences(props: { survey: Survey; first: StoredTally; second: StoredTally; lang: Lang }) {
  const { survey, lang } = props
  const words = surveyWords[lang]
  const differences = tallyDifferences(survey.form, props.first.tally, props.second.tally)
  const nameOf = (list: Survey['form']['groups'], key: string) => {
    const found = list.find((one) => one.key === key)
    return found ? labelIn(lang, found) : key
  }
  const columns: Column<TallyDifference>[] = [
    { key: 'group', label: words.group, main: true, wide: true, cell: (row) => nameOf(survey.form.groups, row.group) },
    { key: 'answer', label: words.answer, cell: (row) => nameOf(survey.form.scale, row.answer) },
    { key: 'first', label: words.first, numeric: true, cell: (row) => row.first },
    { key: 'second', label: words.second, numeric: true, cell: (row) => row.second },
  ]
  return (
    <Section title={words.differences} count={differences.length}>
      {differences.length === 0 ? (
        <EmptyState icon="check" title={words.noDifferences} />
      ) : (
        <DataTable
          caption={words.differences}
          columns={columns}
          rows={differences}
          rowKey={(row) => `${row.group}.${row.answer}`}
        />
      )}
    </Section>
  )
}

/** From the best to the worst level of a scale. */
const BAR_TONES: readonly Tone[] = ['good', 'info', 'quiet', 'bad']

function Result(props: { survey: Survey; settled: StoredTally; phone: PhoneBallots; lang: Lang }) {
  const { survey, settled, phone, lang } = props
  const words = surveyWords[lang]
  const tally = joinedTally(survey.form, settled.tally, phone.tally)
  const results = surveyResult(survey.form, tally)
  const blanks = new Map(
    groupSums(survey.form, tally, (survey.valid ?? 0) + phone.cast).map((one) => [one.group, one.blank]),
  )
  const groupName = (key: string) => labelIn(lang, survey.form.groups.find((one) => one.key === key)!)
  const tone = (at: number): Tone =>
    at === survey.form.scale.length - 1 ? 'bad' : (BAR_TONES[Math.min(at, BAR_TONES.length - 2)] ?? 'quiet')
  const columns: Column<GroupResult>[] = [
    { key: 'group', label: words.group, main: true, wide: true, cell: (row) => groupName(row.group) },
    ...survey.form.scale.map(
      (answer, at): Column<GroupResult> => ({
        key: answer.key,
        label: labelIn(lang, answer),
        numeric: true,
        cell: (row) =>
          `${formatNumber(row.counts[at]!.count, lang)}${share(row.counts[at]!.count, row.answered, lang)}`,
      }),
    ),
    { key: 'blank', label: words.blank, numeric: true, cell: (row) => blanks.get(row.group) ?? 0 },
    {
      key: 'satisfied',
      label: words.satisfied,
      numeric: true,
      cell: (row) => `${formatNumber(row.satisfied, lang)}${share(row.satisfied, row.answered, lang)}`,
    },
  ]
  return (
    <Section
      title={words.result}
      help={[
        survey.settledOn ? words.resultBy(settled.pass, formatDay(survey.settledOn)) : '',
        survey.settledReason ? `${words.reason}: ${survey.settledReason}` : '',
        ballotWords[lang].n(survey.valid ?? 0, phone.cast),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <BarFigure
        title={words.share}
        rows={results.map((row) => ({
          key: row.group,
          label: groupName(row.group),
          parts: row.counts.map((one, at) => ({
            key: one.answer,
            label: labelIn(lang, survey.form.scale[at]!),
            value: one.count,
            tone: tone(at),
          })),
        }))}
      />
      <div class="mt-6">
        <DataTable caption={words.result} columns={columns} rows={results} rowKey={(row) => row.group} />
      </div>
      <p class="field-help">
        {words.legalBasis}: {survey.form.legalBasis}
      </p>
    </Section>
  )
}

function share(part: number, whole: number, lang: Lang): string {
  const said = formatShare(part, whole, lang)
  return said ? ` (${said})` : ''
}
