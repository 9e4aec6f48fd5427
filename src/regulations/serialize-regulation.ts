import { stringify } from 'yaml'
import type { Regulation } from './regulation.ts'

/** Writes a regulation as the YAML file that `readRegulation` reads back as an equal value. */
export function serializeRegulation(regulation: Regulation): string {
  return stringify(regulation, {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    schema: 'core',
  })
}
