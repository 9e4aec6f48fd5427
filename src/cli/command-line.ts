import { Command } from 'commander'
import { loadShippedCalendar } from '../calendar/calendar-files.ts'
import { readConfig } from '../platform/config.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { backupCommand } from './backup-command.ts'
import { calendarCommand } from './calendar-command.ts'
import { deadlinesCommand } from './deadlines-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { regulationCommand } from './regulation-command.ts'
import { restoreCommand } from './restore-command.ts'
import { startCommand } from './start-command.ts'
import { importIntoDatabase, listStoredRegulations } from './stored-regulations.ts'
import { verifyCommand } from './verify-command.ts'

/** Where the data lie: `var/` of the project, another folder with `DOI_THOAI_VAR`, or the server of `DATABASE_URL`. */
const place = () => readConfig(process.env, 'var')

/** The whole command line; each command lies in its own file. */
export function commandLine(): Command {
  return new Command('doi-thoai')
    .description(
      'Đối Thoại: công tác đối thoại giữa người đứng đầu với Nhân dân. / Public dialogue, from plan to dossier.',
    )
    .exitOverride()
    .showHelpAfterError()
    .addCommand(startCommand('start'))
    .addCommand(startCommand('demo'))
    .addCommand(migrateCommand(place))
    .addCommand(backupCommand(place))
    .addCommand(restoreCommand(place))
    .addCommand(verifyCommand(place))
    .addCommand(
      regulationCommand({
        listRegulations: loadRegulationFiles,
        listStored: () => listStoredRegulations(place()),
        importRegulation: (regulation) => importIntoDatabase(place(), regulation),
      }),
    )
    .addCommand(calendarCommand(loadShippedCalendar))
    .addCommand(
      deadlinesCommand({
        listRegulations: loadRegulationFiles,
        listStored: () => listStoredRegulations(place()),
        loadCalendar: loadShippedCalendar,
      }),
    )
}
