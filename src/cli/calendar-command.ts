import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { Command, CommanderError } from 'commander'
import { parseCalendarYear } from '../calendar/read-calendar-year.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { answerLines } from './answer-lines.ts'
import { countAsText } from './count-answer-text.ts'
import { answerCount, countAsJson, isUnit, readCountQuestion, UNITS, unitProblem } from './count-question.ts'
import { tableAsText, tableOf } from './year-table-text.ts'

/** Where the commands read and write; the process's own streams unless a test hands in others. */
export interface CommandStreams {
  input: Readable
  output: Writable
  errors: Writable
}

const WRONG_ANSWER = 1
const WRONG_USE = 2

/** Ends by throwing `CommanderError` (0 help, 1 wrong data, 2 wrong use), so that whoever mounts it sets the status. */
function prepare(command: Command, { output, errors }: CommandStreams): Command {
  return command
    .configureOutput({ writeOut: (text) => output.write(text), writeErr: (text) => errors.write(text) })
    .exitOverride((error) => {
      const ownError = !error.code.startsWith('commander.') || error.exitCode === 0
      throw ownError ? error : new CommanderError(WRONG_USE, error.code, error.message)
    })
}

interface AddOptions {
  unit: string
  json?: boolean
  stdin?: boolean
}

/** One JSON line per line `DATE N [working|calendar]`; a bad line is answered in its place. Returns how many were bad. */
async function answerStream(calendar: WorkingCalendar, { input, output }: CommandStreams, unit: string) {
  let bad = 0
  await answerLines(input, output, (line, number) => {
    const [date = '', count = '', ownUnit = unit, ...more] = line.trim().split(/\s+/)
    const question =
      more.length > 0
        ? { problem: `thừa “${more.join(' ')}”, mỗi dòng chỉ gồm DATE N [working|calendar]` }
        : readCountQuestion(date, count, ownUnit)
    if (!('problem' in question)) return countAsJson(answerCount(calendar, question))
    bad += 1
    return JSON.stringify({ line: number, error: question.problem })
  })
  return bad
}

function addCommand(loadCalendar: () => Promise<WorkingCalendar>, streams: CommandStreams): Command {
  const command = prepare(new Command('add'), streams)
  return command
    .description('Cộng hoặc trừ (N âm) số ngày kể từ một ngày; ngày đầu không tính. / Count days from a date.')
    .argument('[date]', 'DATE: ngày bắt đầu, 2025-10-29 hoặc 29/10/2025')
    .argument('[n]', 'N: số ngày, âm thì đếm lùi')
    .option('--unit <unit>', `đơn vị đếm: ${UNITS.join(', ')}`, 'working')
    .option('--json', 'trả lời bằng JSON')
    .option('--stdin', 'đọc từng dòng DATE N [working|calendar], trả lời mỗi dòng một dòng JSON')
    .action(async (date: string | undefined, n: string | undefined, options: AddOptions) => {
      const refuse = (problem: string) => command.error(problem, { exitCode: WRONG_USE, code: 'calendar/wrong-use' })
      if (options.stdin) {
        if (date !== undefined) refuse('DATE: không dùng cùng với --stdin')
        if (!isUnit(options.unit)) refuse(unitProblem(options.unit))
        const bad = await answerStream(await loadCalendar(), streams, options.unit)
        if (bad > 0) command.error(`${bad} dòng sai`, { exitCode: WRONG_ANSWER, code: 'calendar/bad-lines' })
        return
      }
      if (date === undefined) return refuse('DATE: thiếu ngày bắt đầu, ví dụ: calendar add 2025-10-29 15')
      if (n === undefined) return refuse('N: thiếu số ngày, ví dụ: calendar add 2025-10-29 15')
      const question = readCountQuestion(date, n, options.unit)
      if ('problem' in question) return refuse(question.problem)
      const calendar = await loadCalendar()
      const answer = answerCount(calendar, question)
      streams.output.write(options.json ? `${countAsJson(answer)}\n` : countAsText(calendar, question, answer))
    })
}

function showCommand(loadCalendar: () => Promise<WorkingCalendar>, streams: CommandStreams): Command {
  const command = prepare(new Command('show'), streams)
  return command
    .description('Các ngày nghỉ từ thứ Hai đến thứ Sáu và ngày làm bù của một năm. / The table of a year.')
    .argument('<year>', 'YEAR: năm, ví dụ 2026')
    .option('--json', 'trả lời bằng JSON')
    .action(async (typed: string, options: { json?: boolean }) => {
      if (!/^(19|20|21)\d\d$/.test(typed)) {
        command.error(`YEAR: “${typed}” không phải năm từ 1900 đến 2199`, {
          exitCode: WRONG_USE,
          code: 'calendar/wrong-use',
        })
      }
      const calendar = await loadCalendar()
      const table = tableOf(calendar, Number(typed))
      streams.output.write(options.json ? `${JSON.stringify(table)}\n` : tableAsText(calendar, table))
    })
}

function checkCommand(streams: CommandStreams): Command {
  const command = prepare(new Command('check'), streams)
  return command
    .description('Kiểm tra tệp lịch của một năm (YAML hoặc JSON). / Check a year file.')
    .argument('<file>', 'FILE: tệp cần kiểm tra')
    .option('--json', 'trả lời bằng JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
        command.error(`FILE: không đọc được ${file} (${error.code})`, {
          exitCode: WRONG_USE,
          code: 'calendar/wrong-use',
        }),
      )
      const { year, problems } = parseCalendarYear(text)
      if (options.json) streams.output.write(`${JSON.stringify({ file, year: year?.year ?? null, problems })}\n`)
      else if (year) streams.output.write(`${file}: năm ${year.year}, dùng được\n`)
      if (problems.length === 0) return
      const lines = problems.map(({ field, why }) => `${file}: ${field}: ${why}`)
      command.error(lines.join('\n'), { exitCode: WRONG_ANSWER, code: 'calendar/bad-file' })
    })
}

/**
 * `calendar add|show|check`. Throws `CommanderError` with the exit status: 1 when data or answer are wrong, 2 when the
 * command was used wrongly.
 */
export function calendarCommand(
  loadCalendar: () => Promise<WorkingCalendar>,
  streams: CommandStreams = { input: process.stdin, output: process.stdout, errors: process.stderr },
): Command {
  return prepare(new Command('calendar'), streams)
    .description('Ngày làm việc và ngày nghỉ. / Working days and days off.')
    .addCommand(addCommand(loadCalendar, streams))
    .addCommand(showCommand(loadCalendar, streams))
    .addCommand(checkCommand(streams))
}
