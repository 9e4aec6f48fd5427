import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of `package.json`. Looked for upward from this module, because the bundled program lies in `build/`
 * and tests run from `src/`, while both need `db/migrations`, `regulations` and `calendars`.
 */
export function projectRoot(): string {
  let folder = import.meta.dirname
  for (;;) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'doi-thoai') return folder
    const above = dirname(folder)
    if (above === folder) throw new Error(`package.json of doi-thoai not found above ${import.meta.dirname}`)
    folder = above
  }
}
