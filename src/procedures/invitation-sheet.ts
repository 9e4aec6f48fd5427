import type { Block, Corner, Sheet } from '../papers/sheet.ts'

interface Invited {
  name: string
  /** post, agency or village */
  title: string
}

/**
 * The invitation of one invitee: name and post stand in the first two lines that the wording leaves to write on; where it
 * leaves none, they stand above the text. The corner carries the code by which the door finds the invitee.
 */
export function invitationSheet(sheet: Sheet, { name, title }: Invited, corner: Corner): Sheet {
  const values = [name, title]
  const body = sheet.body.map((block): Block => {
    if (block.type !== 'field' || block.value !== null || values.length === 0) return block
    const value = values.shift()!
    return value === '' ? block : { ...block, value: [{ text: value, bold: values.length === 1 }] }
  })
  const named = values.length < 2 ? body : [invitedLine(name, title), ...body]
  return { ...sheet, body: named, corner }
}

function invitedLine(name: string, title: string): Block {
  const text = [{ text: 'Kính mời: ' }, { text: name, bold: true }, { text: title === '' ? '' : `, ${title}` }]
  return { type: 'paragraph', text, flush: true }
}
