import { getCurrentYear } from '../../../calendar/calendar-store.ts'
import type { CalendarYear } from '../../../calendar/calendar-year.ts'
import type { CalendarProblem } from '../../../calendar/check-calendar-year.ts'
import { writeYearTable } from '../../../calendar/edit-year-table.ts'
import { ADDED_KINDS, ADDED_ROWS } from '../../../calendar/year-edits-form.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { calendarWords } from '../../words/calendar-words.ts'
import { formatWeekday } from '../../words/format-values.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { CALENDAR, rowsOf, trailOf, yearParam } from './calendar-pages.tsx'

export interface YearFormState {
  mode: 'days' | 'table'
  values: FormValues
  errors: FormErrors
  /** what is wrong inside the table, beside its field */
  problems: readonly CalendarProblem[]
}

/** GET /quan-tri/lich/:year/sua */
export async function showYearForm(request: OfficeRequest, state: YearFormState | null = null): Promise<OfficeReply> {
  const { lang } = request
  const words = calendarWords[lang]
  const year = yearParam(request)
  const { table } = await getCurrentYear(request.db, year)
  const action = request.link(`${CALENDAR}/${year}/xem-lai`)
  const of = (mode: 'days' | 'table', first: FormValues) =>
    state?.mode === mode ? { values: state.values, errors: state.errors } : { values: first, errors: {} }
  return officePage(
    request,
    { title: words.enter, active: 'administration', width: 'narrow', status: state ? 422 : 200 },
    <>
      <PageHeading title={words.enter} kicker={words.yearOf(year)} trail={trailOf(request, year)} />
      {state ? <Problems problems={state.problems} lang={lang} /> : null}
      <Section title={words.byDay} help={words.byDayHelp}>
        <Form
          action={action}
          hidden={{ mode: 'days' }}
          label={words.byDay}
          {...of('days', { provisional: table.provisional ? 'yes' : '' })}
        >
          <DayFields table={table} lang={lang} />
          <FormButtons verb={words.review} cancelHref={request.link(`${CALENDAR}/${year}`)} />
        </Form>
      </Section>
      <Section title={words.whole} help={words.wholeHelp}>
        <Form
          action={action}
          hidden={{ mode: 'table' }}
          multipart
          label={words.whole}
          {...of('table', { table: writeYearTable(table) })}
        >
          <TextAreaField name="table" label={words.table} rows={20} />
          <FileField
            name="file"
            label={words.file}
            accept=".yaml,.yml,.json,.txt"
            kinds="YAML, JSON"
            maxSize="100 KB"
          />
          <FormButtons verb={words.review} cancelHref={request.link(`${CALENDAR}/${year}`)} />
        </Form>
      </Section>
    </>,
  )
}

function Problems({ problems, lang }: { problems: readonly CalendarProblem[]; lang: Lang }) {
  const words = calendarWords[lang]
  if (problems.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-focus-first data-failed>
      <p class="error-summary-title">{words.problems}</p>
      <p>{words.problemsHelp}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.why}`}>
            <code>{problem.field}</code>: {problem.why}
          </li>
        ))}
      </ul>
    </div>
  )
}

function DayFields({ table, lang }: { table: CalendarYear; lang: Lang }) {
  const words = calendarWords[lang]
  const rows = rowsOf(table)
  return (
    <>
      {Array.from({ length: ADDED_ROWS }, (_, at) => (
        <AddedRow key={at} row={at + 1} lang={lang} />
      ))}
      {rows.length > 0 ? (
        <DetailsBlock summary={words.removeDays}>
          <CheckboxGroupField
            name="remove"
            label={words.removeDays}
            choices={rows.map((row) => ({
              value: row.date,
              label: `${formatWeekday(row.date, lang)}: ${row.name || words.kinds[row.kind]}`,
            }))}
          />
        </DetailsBlock>
      ) : null}
      <FormSection title={words.noticeOfYear} help={words.noticeHelp}>
        <TextField name="noticeNumber" label={words.noticeNumber} narrow />
        <DayField name="noticeDate" label={words.noticeDate} />
        <TextField name="noticeAbout" label={words.noticeAbout} />
      </FormSection>
      <CheckboxField name="provisional" label={words.provisional} help={words.provisionalHelp} />
    </>
  )
}

function AddedRow({ row, lang }: { row: number; lang: Lang }) {
  const words = calendarWords[lang]
  const kinds = ADDED_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <FormSection title={words.addDay(row)}>
      <div class="grid gap-x-6 md:grid-cols-2">
        <DayField name={`addDate${row}`} label={words.date} />
        <SelectField name={`addKind${row}`} label={words.dayKind} choices={kinds} empty={null} />
        <TextField name={`addName${row}`} label={words.dayName} />
        <TextField name={`addNotice${row}`} label={words.dayNotice} />
      </div>
      <DayField name={`addFor${row}`} label={words.dayFor} help={words.dayForHelp} />
    </FormSection>
  )
}
