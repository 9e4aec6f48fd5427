import type { PaperTemplate, TemplateBlock } from './paper-template.ts'

/** Something in a template that refers to facts: words with places, a list, a column's field, a condition. */
export type TemplatePlace = { path: string } & (
  | { kind: 'words'; words: string; list: string | null }
  | { kind: 'list'; list: string }
  | { kind: 'field'; list: string; field: string }
  | { kind: 'condition'; name: string }
)

/** Every reference to facts with its place, e.g. `body.3.item`, `appendices.0.title`: the path of the field on screen. */
export function templatePlaces(template: PaperTemplate): TemplatePlace[] {
  const words = (path: string, value: string | null | undefined): TemplatePlace[] =>
    value ? [{ kind: 'words', path, words: value, list: null }] : []
  const signed = (path: string, signatures: PaperTemplate['signatures']) =>
    (signatures ?? []).flatMap((one, at) => [
      ...words(`${path}.${at}.post`, one.post),
      ...words(`${path}.${at}.name`, one.name),
    ])
  return [
    ...words('name', template.name),
    ...words('subject', template.subject),
    ...(template.to ?? []).flatMap((one, at) => words(`to.${at}`, one)),
    ...(template.bases ?? []).flatMap((one, at) => words(`bases.${at}`, one)),
    ...blockPlaces(template.body, 'body'),
    ...signed('signatures', template.signatures),
    ...(template.recipients ?? []).flatMap((one, at) => words(`recipients.${at}.name`, one.name)),
    ...words('archive', template.archive),
    ...(template.appendices ?? []).flatMap((appendix, at) => [
      ...words(`appendices.${at}.title`, appendix.title),
      ...words(`appendices.${at}.subject`, appendix.subject),
      ...blockPlaces(appendix.body, `appendices.${at}.body`),
      ...signed(`appendices.${at}.signatures`, appendix.signatures),
    ]),
  ]
}

function blockPlaces(blocks: readonly TemplateBlock[], path: string): TemplatePlace[] {
  return blocks.flatMap((block, at) => placesOf(block, `${path}.${at}`))
}

function placesOf(block: TemplateBlock, path: string): TemplatePlace[] {
  const free = (field: string, value: string | undefined): TemplatePlace[] =>
    value ? [{ kind: 'words', path: `${path}.${field}`, words: value, list: null }] : []
  if ('any' in block || 'no' in block) {
    const name = 'any' in block ? block.any : block.no
    const field = 'any' in block ? 'any' : 'no'
    return [{ kind: 'condition', path: `${path}.${field}`, name }, ...blockPlaces(block.blocks, `${path}.blocks`)]
  }
  if ('landscape' in block) return blockPlaces(block.landscape, `${path}.landscape`)
  if ('each' in block) {
    const { each: list } = block
    const own = (field: string, words: string | undefined): TemplatePlace[] =>
      words ? [{ kind: 'words', path: `${path}.${field}`, words, list }] : []
    return [
      { kind: 'list', path: `${path}.each`, list },
      ...('item' in block ? own('item', block.item) : []),
      ...('heading' in block ? [...own('heading', block.heading), ...own('text', block.text)] : []),
      ...('clause' in block ? own('clause', block.clause) : []),
      ...free('none', block.none),
    ]
  }
  if ('table' in block) {
    const { table: list, columns, groupBy } = block
    const fields = columns.map((column, at) => ({ path: `${path}.columns.${at}.field`, field: column.field }))
    if (groupBy) fields.push({ path: `${path}.groupBy`, field: groupBy })
    return [
      { kind: 'list', path: `${path}.table`, list },
      ...fields.map((one): TemplatePlace => ({ kind: 'field', list, ...one })),
      ...free('none', block.none),
    ]
  }
  if ('question' in block) {
    return [
      { kind: 'list', path: `${path}.of`, list: block.of },
      { kind: 'list', path: `${path}.options`, list: block.options },
      { kind: 'field', path: `${path}.option`, list: block.options, field: block.option },
      { kind: 'words', path: `${path}.question`, words: block.question, list: block.of },
    ]
  }
  if ('text' in block) return free('text', block.text)
  if ('heading' in block) return free('heading', block.heading)
  if ('clause' in block) return free('clause', block.clause)
  if ('items' in block) return block.items.flatMap((item, at) => free(`items.${at}`, item))
  if ('field' in block) return free('value', block.value)
  return []
}
