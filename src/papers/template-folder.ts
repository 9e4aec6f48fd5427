import { join } from 'node:path'
import { projectRoot } from '../platform/project-root.ts'

/** The folder of the wordings that come with the program, a file per kind of paper. */
export function templateFolder(): string {
  return join(projectRoot(), 'paper-templates')
}
