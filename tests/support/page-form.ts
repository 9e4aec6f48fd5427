import type { Cheerio, CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'

/** What a person puts into a field: text, some ticks or choices, one tick, or a file. */
export type Filling = string | number | boolean | readonly string[] | { file: Buffer; name: string }
/** By what the field is called on the page (its label or legend), or by its name. */
export type Fillings = Readonly<Record<string, Filling>>

interface FormChoice {
  /** only in the row, list item, card or section where this is said */
  near?: string | undefined
  fill: Fillings
}

export interface FilledForm {
  method: 'GET' | 'POST'
  action: string
  multipart: boolean
  entries: [string, string | { file: Buffer; name: string }][]
}

type Found = Cheerio<Element>

export const wordsOf = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The button a person would press: its words, in the form that has all the fields they would fill. */
export function findButton($: CheerioAPI, label: string, { near, fill }: FormChoice): Found {
  const said = (button: Element) => [wordsOf($(button).text()), wordsOf($(button).attr('aria-label') ?? '')]
  const buttons = $('button, input[type=submit]')
    .toArray()
    .filter((button) => said(button).includes(label) && $(button).attr('disabled') === undefined)
    .filter((button) => near === undefined || standsNear($, $(button), near))
  const lacking = (button: Element) =>
    Object.keys(fill).filter((field) => controlsOf($, formOf($, $(button)), field).length === 0)
  const usable = buttons.filter((button) => lacking(button).length === 0)
  // a long form has its verb twice; pressing either is the same
  const does = (button: Element) =>
    [formOf($, $(button)).get(0), ...['formaction', 'name', 'value'].map((key) => $(button).attr(key))] as const
  const [first] = usable
  if (first && usable.every((button) => does(button).every((part, at) => part === does(first)[at]))) return $(first)
  if (buttons.length === 1) {
    throw new Error(`the form of “${label}” has no ${lacking(buttons[0]!).join(', ')}; seen:\n${fieldsSeen($)}`)
  }
  const seen = $('main button')
    .toArray()
    .map((button) => said(button).filter(Boolean).join(' / '))
  throw new Error(
    `${usable.length} buttons “${label}”${near ? ` near “${near}”` : ''} with ${Object.keys(fill).join(', ') || 'no fields'}; seen: ${[...new Set(seen)].join(' · ')}\n${fieldsSeen($)}`,
  )
}

/** Whether the nearest row, item, card or section around it says the words (and no smaller piece of the page decides). */
function standsNear($: CheerioAPI, found: Found, near: string): boolean {
  const around = found.parents('tr, li, article, fieldset, details, section, .card').toArray()
  const first = around.find((piece) => wordsOf($(piece).text()).includes(near))
  if (!first) return false
  // a list that holds several such rows is no row
  const rows = $(first).find('tr, li, article, details').toArray()
  const holding = rows.find((row) => $(row).find(found.get(0)!).length > 0)
  return holding === undefined || !rows.some((row) => row !== holding && wordsOf($(row).text()).includes(near))
}

export function formOf($: CheerioAPI, button: Found): Found {
  const id = button.attr('form')
  const form = id ? $(`form[id="${id}"]`) : button.closest('form')
  if (form.length !== 1) throw new Error(`the button “${wordsOf(button.text())}” belongs to no form`)
  return form as Found
}

function allControls($: CheerioAPI, form: Found): Element[] {
  const id = form.attr('id')
  const inside = form.find('input, select, textarea').toArray() as Element[]
  const outside = id ? ($(`[form="${id}"]`).filter('input, select, textarea').toArray() as Element[]) : []
  return [...inside, ...outside].filter((one) => $(one).attr('disabled') === undefined && $(one).attr('name'))
}

/** The controls of a field a person names: those under its label or legend, else those of that name. */
function controlsOf($: CheerioAPI, form: Found, field: string): Element[] {
  const all = allControls($, form).filter((one) => $(one).attr('type') !== 'hidden')
  const called = all.filter((one) => labelsOf($, one).includes(field))
  return called.length > 0 ? called : all.filter((one) => $(one).attr('name') === field)
}

/** A page stays as it came, so what a control is called is looked up once. */
const labelsKnown = new WeakMap<Element, string[]>()

function labelsOf($: CheerioAPI, control: Element): string[] {
  const known = labelsKnown.get(control) ?? readLabels($, control)
  labelsKnown.set(control, known)
  return known
}

function readLabels($: CheerioAPI, control: Element): string[] {
  const id = $(control).attr('id')
  const labels: Cheerio<AnyNode>[] = [$(control).closest('label')]
  if (id) labels.push($(`label[for="${id}"]`))
  const legend = $(control).closest('fieldset').children('legend')
  if (['radio', 'checkbox'].includes($(control).attr('type') ?? '')) labels.push(legend)
  const said = [...labels.map((label) => sayOf($, label)), wordsOf($(control).attr('aria-label') ?? '')]
  return [...new Set(said.filter(Boolean))]
}

/** The words of a label without “(bắt buộc)” and without the help inside a choice. */
function sayOf($: CheerioAPI, label: Cheerio<AnyNode>): string {
  const copy = label.first().clone()
  copy.find('.field-required, .choice-help, select, textarea, datalist').remove()
  return wordsOf($('<p>').append(copy).text())
}

/** All that a browser would send when this button is pressed after filling. Throws on what cannot be filled so. */
export function fillForm($: CheerioAPI, button: Found, fill: Fillings): FilledForm {
  const form = formOf($, button)
  const filled = new Map<Element, Filling>()
  for (const [field, value] of Object.entries(fill)) {
    const controls = controlsOf($, form, field)
    spread($, field, controls, value).forEach((one, at) => {
      filled.set(controls[at]!, one)
    })
  }
  const entries = allControls($, form).flatMap((control) => entriesOf($, control, filled.get(control)))
  const [name, value] = [button.attr('name'), button.attr('value')]
  if (name) entries.push([name, value ?? ''])
  return {
    method: (form.attr('method') ?? 'get').toLowerCase() === 'post' ? 'POST' : 'GET',
    action: button.attr('formaction') ?? form.attr('action') ?? '',
    multipart: form.attr('enctype') === 'multipart/form-data',
    entries,
  }
}

/** What each control of a field gets: ticks for the choices named, texts one after the other, else the one value. */
function spread($: CheerioAPI, field: string, controls: Element[], value: Filling): Filling[] {
  const kind = $(controls[0]!).attr('type')
  if (kind === 'radio' || (kind === 'checkbox' && typeof value !== 'boolean')) {
    const wanted = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
    const chosen = wanted.map((one) => choiceOf($, field, controls, one))
    return controls.map((control) => chosen.includes(control))
  }
  if (controls.length > 1 && !Array.isArray(value)) {
    throw new Error(`“${field}” stands ${controls.length} times; say which form, or a list of texts`)
  }
  return Array.isArray(value) && controls[0]!.tagName !== 'select' ? [...value] : [value]
}

function choiceOf($: CheerioAPI, field: string, controls: Element[], wanted: string): Element {
  const labelled = controls.filter((one) => labelsOf($, one)[0] === wanted)
  const found = labelled.length > 0 ? labelled : controls.filter((one) => $(one).attr('value') === wanted)
  if (found.length === 1) return found[0]!
  throw new Error(
    `“${field}” has ${found.length} choices “${wanted}”: ${controls.map((one) => labelsOf($, one)[0]).join(' · ')}`,
  )
}

function entriesOf($: CheerioAPI, control: Element, filling: Filling | undefined): FilledForm['entries'] {
  const name = $(control).attr('name')!
  const type = $(control).attr('type') ?? ''
  if (['submit', 'button', 'image', 'reset'].includes(type)) return []
  if (control.tagName === 'select') return optionsOf($, control, filling).map((value) => [name, value])
  if (type === 'checkbox' || type === 'radio') {
    const ticked = filling === undefined ? $(control).attr('checked') !== undefined : filling === true
    return ticked ? [[name, $(control).attr('value') ?? 'on']] : []
  }
  if (type === 'file') {
    if (filling === undefined) return [[name, { file: Buffer.alloc(0), name: '' }]]
    if (typeof filling !== 'object' || !('file' in filling)) throw new Error(`${name} wants a file`)
    return [[name, filling]]
  }
  if (filling !== undefined && typeof filling === 'object') throw new Error(`${name} wants a text`)
  const stored =
    control.tagName === 'textarea' ? $(control).text().replace(/^\n/, '') : ($(control).attr('value') ?? '')
  return [[name, filling === undefined ? stored : String(filling)]]
}

function optionsOf($: CheerioAPI, select: Element, filling: Filling | undefined): string[] {
  const options = $(select).find('option').toArray()
  const sentBy = (option: Element) => $(option).attr('value') ?? wordsOf($(option).text())
  if (filling === undefined) {
    const chosen = options.filter((option) => $(option).attr('selected') !== undefined)
    return (chosen.length > 0 ? chosen : options.slice(0, 1)).map(sentBy)
  }
  const wanted = Array.isArray(filling) ? (filling as readonly string[]) : [String(filling)]
  return wanted.map((text) => {
    const usable = options.filter((option) => $(option).attr('disabled') === undefined)
    const same = usable.filter((option) => wordsOf($(option).text()) === text || sentBy(option) === text)
    const found = same.length > 0 ? same : usable.filter((option) => wordsOf($(option).text()).startsWith(text))
    if (found.length === 1) return sentBy(found[0]!)
    throw new Error(
      `${$(select).attr('name')} has ${found.length} options “${text}”: ${options.map((option) => wordsOf($(option).text())).join(' · ')}`,
    )
  })
}

/** The fields of every form of the page in a few words, for messages of tests. */
export function fieldsSeen($: CheerioAPI): string {
  const forms = $('main form').toArray() as Element[]
  return forms
    .map((form) => {
      const fields = new Set(
        allControls($, $(form))
          .filter((one) => $(one).attr('type') !== 'hidden')
          .map((one) => fieldSeen($, one)),
      )
      const verbs = $(form).find('button').toArray()
      return `  ${$(form).attr('action')}: ${[...fields].join(', ')} → ${verbs.map((verb) => wordsOf($(verb).text())).join(' | ')}`
    })
    .join('\n')
}

function fieldSeen($: CheerioAPI, control: Element): string {
  const name = $(control).attr('name')
  const labels = labelsOf($, control)
  const chosen = ['radio', 'checkbox'].includes($(control).attr('type') ?? '')
  if (!chosen) return `${labels[0] ?? ''}[${name}]`
  const group = $(control).closest('form').find(`[name="${name}"]`).toArray() as Element[]
  const choices = group.slice(0, 8).map((one) => labelsOf($, one)[0])
  return `${labels[1] ?? ''}[${name}: ${choices.join(' / ')}${group.length > 8 ? ' / …' : ''}]`
}
