import { join } from 'node:path'
import { projectRoot } from '../platform/project-root.ts'

/** The folder of the layouts that come with the program; another layout is another file there. */
export function layoutFolder(): string {
  return join(projectRoot(), 'layouts')
}
