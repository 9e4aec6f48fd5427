import { chooseBook } from '../../../documents/number-book.ts'
import { listNumberBooks } from '../../../documents/number-book-store.ts'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import type { Lang } from '../../words/words.ts'
import type { OfficeRequest } from '../office-route.ts'

/** Who gives the number of a paper: our book, the authority's own document system, or nobody can say yet. */
export interface Numbering {
  mode: 'ours' | 'external' | 'unknown'
  book: string
}

export const UNKNOWN_NUMBERING: Numbering = { mode: 'unknown', book: '' }

/** From which book a paper of this kind and issuer is numbered today; unknown without an issuer or a book. */
export async function readNumbering(
  request: OfficeRequest,
  issuerAgencyId: number | null,
  kind: string,
): Promise<Numbering> {
  if (issuerAgencyId === null) return UNKNOWN_NUMBERING
  const books = await listNumberBooks(request.db, request.authority.id, issuerAgencyId)
  const book = chooseBook(books, kind, request.today)
  return book === null ? UNKNOWN_NUMBERING : { mode: book.mode, book: book.name }
}

/** The number of a paper to be issued: asked for where only the clerk knows it, else said where it comes from. */
export function PaperNumberField({ lang, numbering }: { lang: Lang; numbering: Numbering }) {
  const words = documentWords[lang]
  const help = {
    ours: words.numberNext(numbering.book),
    external: words.numberAsked(numbering.book),
    unknown: words.numberHelp,
  }
  return (
    <TextField
      name="number"
      label={words.number}
      help={help[numbering.mode]}
      required={numbering.mode === 'external'}
      narrow
    />
  )
}
