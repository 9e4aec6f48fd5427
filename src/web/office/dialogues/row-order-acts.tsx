import type { z } from 'zod'
import { conferenceWords } from '../../words/conference-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRoute } from '../office-route.ts'
import { type Act, dialogueAct } from './dialogue-act.tsx'
import { RowButton } from './row-button.tsx'

/** Where the buttons of a row stand on its page: after a move the keyboard goes on from there, the row above them in sight. */
const placeOf = (rowId: number | string | undefined) => `thu-tu-${rowId}`

interface OrderProps<Row> {
  lang: Lang
  /** address of the rows; each has its acts below its id */
  base: string
  rows: readonly Row[]
  row: Row
  /** names the row for screen readers */
  of: string
}

/** The order of a row: a place up, a place down, as far as there is one. */
export function OrderButtons<Row extends { id: number }>({ lang, base, rows, row, of }: OrderProps<Row>) {
  const words = conferenceWords[lang]
  const at = `${base}/${row.id}`
  return (
    <span id={placeOf(row.id)} class="inline-grid scroll-mt-48 grid-cols-2 gap-1 print:hidden">
      <span>
        {row.id === rows[0]?.id ? null : <RowButton action={`${at}/len`} label={words.up} of={of} icon="up" />}
      </span>
      <span>
        {row.id === rows.at(-1)?.id ? null : (
          <RowButton action={`${at}/xuong`} label={words.down} of={of} icon="down" />
        )}
      </span>
    </span>
  )
}

/** The two acts behind these buttons, below the path of the rows. */
export function orderActs<Schema extends z.ZodType, Result>(
  act: Omit<Act<Schema, Result>, 'form' | 'input' | 'anchor'>,
): OfficeRoute[] {
  const move = (verb: string, direction: 'up' | 'down') =>
    dialogueAct({
      ...{ ...act, path: `${act.path}/:row/${verb}`, form: 'order' },
      input: () => ({ direction }),
      anchor: (request) => placeOf(request.params['row']),
    })
  return [move('len', 'up'), move('xuong', 'down')]
}
