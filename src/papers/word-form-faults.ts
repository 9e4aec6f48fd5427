import { readZipParts } from '../platform/files/zip-parts.ts'

/** What may not be in an authority's own Word file: every paper written on it would carry it out. */
export const FORM_FAULTS = ['field', 'outside', 'embedded', 'brace'] as const
type FormFault = (typeof FORM_FAULTS)[number]

/** Fields that fetch or run something when the file is opened or printed. Page numbers and the like are harmless. */
const FETCHING = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|EMBED|RD)\b/i

/** Reads the file's parts for fields that fetch, pictures and the like from outside, embedded files and broken places. */
export async function faultsOfForm(form: Uint8Array): Promise<{ fault: FormFault; said: string }[]> {
  const parts = await readZipParts(form, (name) => /^word\/.*\.(xml|rels)$|^word\/embeddings\//.test(name))
  const found = new Map<string, { fault: FormFault; said: string }>()
  const add = (fault: FormFault, said: string) => found.set(`${fault} ${said}`, { fault, said })
  for (const [name, text] of parts ?? []) {
    if (name.startsWith('word/embeddings/')) add('embedded', name.slice('word/embeddings/'.length))
    else if (name.endsWith('.rels')) for (const said of outsideOf(text)) add('outside', said)
    else for (const [fault, said] of faultsOfPart(text)) add(fault, said)
  }
  return [...found.values()]
}

/** Whatever is fetched from elsewhere, links that a reader would click apart. */
function outsideOf(relations: string): string[] {
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([relation]) => {
    if (!/TargetMode="External"/i.test(relation) || /Type="[^"]*\/hyperlink"/i.test(relation)) return []
    return [/Target="([^"]*)"/i.exec(relation)?.[1] ?? '']
  })
}

function faultsOfPart(xml: string): [FormFault, string][] {
  const fields = [
    ...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g),
    ...xml.matchAll(/<w:fldSimple[^>]*w:instr="([^"]*)"/g),
  ].flatMap(([, code]) => FETCHING.exec(code!)?.[1] ?? [])
  const embedded = /<(w:altChunk|o:OLEObject|w:object)[ >]/.exec(xml)?.[1]
  return [
    ...fields.map((code): [FormFault, string] => ['field', code.toUpperCase()]),
    ...(embedded ? [['embedded', embedded.split(':')[1]!] as [FormFault, string]] : []),
    ...brokenPlaces(xml).map((said): [FormFault, string] => ['brace', said]),
  ]
}

/** Double braces of a paragraph that open or close no place: nothing would ever fill them. */
function brokenPlaces(xml: string): string[] {
  return xml
    .split(/<\/w:p>/)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map((match) => match[1])
        .join('')
        .replace(/\{\{[^{}]*\}\}/g, ''),
    )
    .flatMap((rest) => /.{0,20}(\{\{|\}\}).{0,20}/.exec(rest)?.[0]?.trim() ?? [])
}
