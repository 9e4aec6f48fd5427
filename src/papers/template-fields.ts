import type { PaperTemplate, TemplateBlock } from './paper-template.ts'

/** What a field of a wording is, for its label. */
export type WordingPiece =
  | 'name'
  | 'subject'
  | 'symbol'
  | 'to'
  | 'bases'
  | 'heading'
  | 'text'
  | 'clause'
  | 'item'
  | 'items'
  | 'none'
  | 'label'
  | 'value'
  | 'choices'
  | 'columnLabel'
  | 'columnWidth'
  | 'columnOrder'
  | 'columnField'
  | 'addField'
  | 'addLabel'
  | 'addWidth'
  | 'recipients'
  | 'archive'
  | 'post'
  | 'signer'
  | 'title'

/** One thing of a wording that may be written anew: where it stands, what stands there, how much room it wants. */
export interface WordingField {
  /** place in the template, `body.3.item` */
  path: string
  value: string
  /** `line`: one line; `text`: a paragraph; `lines`: one entry a line; `number`: a count or share; `choice`: a field of the list */
  form: 'line' | 'text' | 'lines' | 'number' | 'choice'
  piece: WordingPiece
  /** the list whose fields may be named here, beside the values */
  list: string | null
  /** fields of the same group stand together: a table with its columns, an appendix */
  group: string
  /** it stands only when this name has a value, or has none (`no`) */
  only: { name: string; no: boolean } | null
}

type Bare = Omit<WordingField, 'group' | 'only' | 'list'> & Partial<Pick<WordingField, 'list'>>
interface Place {
  path: string
  group: string
  only: WordingField['only']
}

/** Every field of a wording in the order of the paper. */
export function wordingFields(template: PaperTemplate): WordingField[] {
  const top = (bare: Bare): WordingField => ({ list: null, ...bare, group: 'top', only: null })
  const end = (bare: Bare): WordingField => ({ list: null, ...bare, group: 'end', only: null })
  const { name, subject, symbol, to, bases, recipients, archive } = template
  return [
    ...(name === null ? [] : [top({ path: 'name', value: name, form: 'line', piece: 'name' })]),
    ...(subject === null ? [] : [top({ path: 'subject', value: subject, form: 'text', piece: 'subject' })]),
    ...(symbol === null ? [] : [top({ path: 'symbol', value: symbol, form: 'line', piece: 'symbol' })]),
    ...(to ? [top({ path: 'to', value: to.join('\n'), form: 'lines', piece: 'to' })] : []),
    top({ path: 'bases', value: (bases ?? []).join('\n'), form: 'lines', piece: 'bases' }),
    ...blocksFields(template.body, { path: 'body', group: 'body', only: null }),
    ...signatureFields(template.signatures, 'signatures', end),
    ...(recipients
      ? [
          end({
            path: 'recipients',
            value: recipients.map(recipientLine).join('\n'),
            form: 'lines',
            piece: 'recipients',
          }),
        ]
      : []),
    ...(typeof archive === 'string' ? [end({ path: 'archive', value: archive, form: 'line', piece: 'archive' })] : []),
    ...(template.appendices ?? []).flatMap((appendix, at): WordingField[] => {
      const path = `appendices.${at}`
      const own = (bare: Bare): WordingField => ({ list: null, ...bare, group: path, only: null })
      return [
        own({ path: `${path}.title`, value: appendix.title, form: 'line', piece: 'title' }),
        ...(appendix.subject === undefined
          ? []
          : [own({ path: `${path}.subject`, value: appendix.subject, form: 'text', piece: 'subject' })]),
        ...blocksFields(appendix.body, { path: `${path}.body`, group: path, only: null }),
        ...signatureFields(appendix.signatures, `${path}.signatures`, own),
      ]
    }),
  ]
}

/** `Ban Dân vận Tỉnh ủy (b/c)` */
function recipientLine({ name, purpose }: { name: string; purpose?: string | undefined }): string {
  return purpose ? `${name} (${purpose})` : name
}

function signatureFields(
  signatures: PaperTemplate['signatures'],
  path: string,
  make: (bare: Bare) => WordingField,
): WordingField[] {
  return (signatures ?? []).flatMap((one, at) => [
    make({ path: `${path}.${at}.post`, value: one.post, form: 'line', piece: 'post' }),
    make({ path: `${path}.${at}.name`, value: one.name, form: 'line', piece: 'signer' }),
  ])
}

function blocksFields(blocks: readonly TemplateBlock[], place: Place): WordingField[] {
  return blocks.flatMap((block, at) => blockFields(block, { ...place, path: `${place.path}.${at}` }))
}

function blockFields(block: TemplateBlock, place: Place): WordingField[] {
  const { path } = place
  if ('any' in block)
    return blocksFields(block.blocks, { ...place, path: `${path}.blocks`, only: { name: block.any, no: false } })
  if ('no' in block)
    return blocksFields(block.blocks, { ...place, path: `${path}.blocks`, only: { name: block.no, no: true } })
  if ('landscape' in block) return blocksFields(block.landscape, { ...place, path: `${path}.landscape` })
  const field = (bare: Bare): WordingField => ({ list: null, ...bare, group: place.group, only: place.only })
  if ('table' in block) return tableFields(block, path, (bare) => ({ ...field(bare), group: path }))
  if ('each' in block) return eachFields(block, path, field)
  if ('text' in block) return [field({ path: `${path}.text`, value: block.text, form: 'text', piece: 'text' })]
  if ('heading' in block)
    return [field({ path: `${path}.heading`, value: block.heading, form: 'line', piece: 'heading' })]
  if ('clause' in block) return [field({ path: `${path}.clause`, value: block.clause, form: 'text', piece: 'clause' })]
  if ('items' in block)
    return [field({ path: `${path}.items`, value: block.items.join('\n'), form: 'lines', piece: 'items' })]
  if ('field' in block)
    return [
      field({ path: `${path}.field`, value: block.field, form: 'line', piece: 'label' }),
      ...(block.value === undefined
        ? []
        : [field({ path: `${path}.value`, value: block.value, form: 'line', piece: 'value' })]),
    ]
  if ('choices' in block)
    return [field({ path: `${path}.choices`, value: block.choices.join('\n'), form: 'lines', piece: 'choices' })]
  return []
}

type EachBlock = Extract<TemplateBlock, { each: string }>

function eachFields(block: EachBlock, path: string, field: (bare: Bare) => WordingField): WordingField[] {
  const list = block.each
  const fields: WordingField[] = []
  if ('item' in block)
    fields.push(field({ path: `${path}.item`, value: block.item, form: 'text', piece: 'item', list }))
  if ('heading' in block)
    fields.push(field({ path: `${path}.heading`, value: block.heading, form: 'line', piece: 'heading', list }))
  if ('clause' in block)
    fields.push(field({ path: `${path}.clause`, value: block.clause, form: 'text', piece: 'clause', list }))
  if ('text' in block && block.text !== undefined)
    fields.push(field({ path: `${path}.text`, value: block.text, form: 'text', piece: 'text', list }))
  if (block.none !== undefined)
    fields.push(field({ path: `${path}.none`, value: block.none, form: 'line', piece: 'none' }))
  return fields
}

type TableBlock = Extract<TemplateBlock, { table: string }>

function tableFields(block: TableBlock, path: string, field: (bare: Bare) => WordingField): WordingField[] {
  const list = block.table
  const columns = block.columns.flatMap((column, at) => {
    const own = `${path}.columns.${at}`
    return [
      field({ path: `${own}.label`, value: column.label, form: 'line', piece: 'columnLabel', list }),
      field({ path: `${own}.field`, value: column.field, form: 'choice', piece: 'columnField', list }),
      field({ path: `${own}.width`, value: String(column.width), form: 'number', piece: 'columnWidth', list }),
      field({ path: `${own}.order`, value: String(at + 1), form: 'number', piece: 'columnOrder', list }),
    ]
  })
  const add = `${path}.add`
  columns.push(
    field({ path: `${add}.field`, value: '', form: 'choice', piece: 'addField', list }),
    field({ path: `${add}.label`, value: '', form: 'line', piece: 'addLabel', list }),
    field({ path: `${add}.width`, value: '', form: 'number', piece: 'addWidth', list }),
  )
  return block.none === undefined
    ? columns
    : [...columns, field({ path: `${path}.none`, value: block.none, form: 'line', piece: 'none' })]
}
