import { Command } from 'commander'
import { loadShippedCalendar } from '../calendar/calendar-files.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { calendarCommand } from './calendar-command.ts'
import { deadlinesCommand } from './deadlines-command.ts'
import { regulationCommand } from './regulation-command.ts'
import { startCommand } from './start-command.ts'

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
    .addCommand(regulationCommand({ listRegulations: loadRegulationFiles }))
    .addCommand(calendarCommand(loadShippedCalendar))
    .addCommand(deadlinesCommand({ listRegulations: loadRegulationFiles, loadCalendar: loadShippedCalendar }))
}
