import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { formatDay } from '../platform/day.ts'
import { compareRegulations } from '../regulations/compare-regulations.ts'
import { instrumentNumbers, type Regulation, regulationRef } from '../regulations/regulation.ts'
import { serializeRegulation } from '../regulations/serialize-regulation.ts'
import { checkRegulationFiles } from './check-regulation-files.ts'
import { pickRegulation } from './pick-regulation.ts'
import { type OutputStreams, prepareCommand, WRONG_DATA, WRONG_USE } from './prepare-command.ts'
import { textTable } from './text-table.ts'

export interface RegulationCommandDeps {
  /** The versions that come with the program. */
  listRegulations: () => Promise<Regulation[]>
  /** The imported and edited ones; asked for only when needed, because it opens the database. */
  listStored?: () => Promise<Regulation[]>
  /** Stores an imported version; throws an Error with a sentence when it may not be stored. */
  importRegulation?: (regulation: Regulation, file: string) => Promise<void>
  streams?: OutputStreams
}

type Deps = RegulationCommandDeps & { streams: OutputStreams }

async function pick(command: Command, deps: Deps, typed: string): Promise<Regulation> {
  const shipped = await deps.listRegulations()
  let picked = await pickRegulation(typed, shipped)
  if ('notFound' in picked && deps.listStored) {
    picked = await pickRegulation(typed, [...shipped, ...(await deps.listStored())])
  }
  if ('regulation' in picked) return picked.regulation
  return command.error(picked.problem, { exitCode: picked.exitCode, code: 'regulation/not-found' })
}

function listCommand(deps: Deps): Command {
  return prepareCommand(new Command('list'), deps.streams)
    .description('Các quy định và phiên bản. / The regulations and their versions.')
    .option('--stored', 'kèm những bản đã nhập, đã sửa trong cơ sở dữ liệu / with those in the database')
    .option('--json', 'trả lời bằng JSON')
    .action(async (options: { json?: boolean; stored?: boolean }) => {
      const stored = options.stored && deps.listStored ? await deps.listStored() : []
      const rows = [...(await deps.listRegulations()), ...stored].map((regulation) => ({
        id: regulation.id,
        version: regulation.version,
        name: regulation.name,
        instruments: instrumentNumbers(regulation),
        effectiveFrom: regulation.effectiveFrom,
        effectiveTo: regulation.effectiveTo,
        overlay: regulation.overlay,
      }))
      const table = () =>
        textTable(
          ['Mã@phiên bản', 'Hiệu lực', 'Văn bản', 'Tên'],
          rows.map((row) => [
            regulationRef(row),
            `${formatDay(row.effectiveFrom)} – ${row.effectiveTo ? formatDay(row.effectiveTo) : 'nay'}`,
            row.instruments.join('; '),
            row.name,
          ]),
        )
      deps.streams.output.write(options.json ? `${JSON.stringify(rows)}\n` : table())
    })
}

function showCommand(deps: Deps): Command {
  const command = prepareCommand(new Command('show'), deps.streams)
  return command
    .description('Toàn văn một quy định (YAML). / The whole of one regulation.')
    .argument('<id>', 'ID[@VERSION] hoặc FILE')
    .option('--json', 'trả lời bằng JSON')
    .action(async (typed: string, options: { json?: boolean }) => {
      const regulation = await pick(command, deps, typed)
      deps.streams.output.write(options.json ? `${JSON.stringify(regulation)}\n` : serializeRegulation(regulation))
    })
}

function exportCommand(deps: Deps): Command {
  const command = prepareCommand(new Command('export'), deps.streams)
  return command
    .description('Xuất một quy định ra tệp YAML. / Write one regulation to a file.')
    .argument('<id>', 'ID[@VERSION]')
    .argument('[file]', 'FILE: tệp ghi ra; không có thì ghi ra màn hình')
    .option('--force', 'ghi đè tệp đã có')
    .option('--json', 'ghi JSON thay cho YAML')
    .action(async (typed: string, file: string | undefined, options: { force?: boolean; json?: boolean }) => {
      const regulation = await pick(command, deps, typed)
      const text = options.json ? `${JSON.stringify(regulation, null, 2)}\n` : serializeRegulation(regulation)
      if (file === undefined) {
        deps.streams.output.write(text)
        return
      }
      await writeFile(file, text, { flag: options.force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
        const why = error.code === 'EEXIST' ? 'đã có tệp này, thêm --force để ghi đè' : `không ghi được (${error.code})`
        command.error(`FILE ${file}: ${why}`, { exitCode: WRONG_USE, code: 'regulation/not-written' })
      })
      deps.streams.output.write(`Đã ghi ${regulationRef(regulation)} vào ${file}\n`)
    })
}

function importCommand(deps: Deps): Command {
  const command = prepareCommand(new Command('import'), deps.streams)
  return command
    .description('Nhập một phiên bản quy định từ tệp. / Take a version from a file into the database.')
    .argument('<file>', 'FILE: tệp YAML hoặc JSON')
    .option('--json', 'trả lời bằng JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { regulations, problems, exitCode } = await checkRegulationFiles([file])
      const regulation = regulations[0]
      if (!regulation)
        return command.error(problems.join('\n'), { exitCode: exitCode || WRONG_DATA, code: 'regulation/bad-file' })
      if (!deps.importRegulation)
        return command.error('chưa kết nối cơ sở dữ liệu nên không nhập được', {
          exitCode: WRONG_USE,
          code: 'regulation/no-database',
        })
      await deps.importRegulation(regulation, file).catch((error: Error) => {
        command.error(`${file}: ${error.message}`, { exitCode: WRONG_DATA, code: 'regulation/not-imported' })
      })
      const { id, version, name } = regulation
      const said = options.json
        ? JSON.stringify({ id, version, name })
        : `Đã nhập ${regulationRef(regulation)}: ${name}`
      deps.streams.output.write(`${said}\n`)
    })
}

function checkCommand(deps: Deps): Command {
  const command = prepareCommand(new Command('check'), deps.streams)
  return command
    .description('Kiểm tra tệp quy định: sai mục nào, vì sao. / Check files.')
    .argument('<files...>', 'FILE: một hay nhiều tệp')
    .option('--json', 'trả lời bằng JSON')
    .action(async (files: string[], options: { json?: boolean }) => {
      const checked = await checkRegulationFiles(files)
      if (options.json) deps.streams.output.write(`${JSON.stringify(checked.answers)}\n`)
      else for (const line of checked.accepted) deps.streams.output.write(`${line}\n`)
      if (checked.exitCode !== 0)
        command.error(checked.problems.join('\n'), { exitCode: checked.exitCode, code: 'regulation/bad-file' })
    })
}

function compareCommand(deps: Deps): Command {
  const command = prepareCommand(new Command('compare'), deps.streams)
  return command
    .description('So sánh hai quy định. / What differs between two regulations.')
    .argument('<before>', 'ID[@VERSION] hoặc FILE')
    .argument('<after>', 'ID[@VERSION] hoặc FILE')
    .option('--json', 'trả lời bằng JSON')
    .action(async (before: string, after: string, options: { json?: boolean }) => {
      const differences = compareRegulations(await pick(command, deps, before), await pick(command, deps, after))
      const said = (value: unknown) => (value === undefined ? '(không có)' : JSON.stringify(value))
      const lines = differences.map((one) => `${one.label} [${one.path}]: ${said(one.before)} → ${said(one.after)}\n`)
      deps.streams.output.write(
        options.json ? `${JSON.stringify(differences)}\n` : lines.join('') || 'Không khác nhau\n',
      )
    })
}

/** `regulation list|show|check|compare|export|import`; ends by throwing `CommanderError` with the exit status. */
export function regulationCommand(deps: RegulationCommandDeps): Command {
  const all: Deps = { ...deps, streams: deps.streams ?? { output: process.stdout, errors: process.stderr } }
  const parts = [listCommand, showCommand, checkCommand, compareCommand, exportCommand, importCommand]
  return parts.reduce(
    (command, part) => command.addCommand(part(all)),
    prepareCommand(new Command('regulation'), all.streams).description('Các quy định về đối thoại. / The regulations.'),
  )
}
