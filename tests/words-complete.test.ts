import { parseSync, Visitor } from 'oxc-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { HALL_ACTS } from '../src/hall/hall-act.ts'
import { FORM_FAULTS } from '../src/papers/word-form-faults.ts'
import { missingParts } from '../src/plans/plan.ts'
import { UPLOAD_REFUSALS } from '../src/platform/files/upload-check.ts'
import { actNames, actWord } from '../src/web/words/act-words.ts'
import { inputErrorWords } from '../src/web/words/input-error-words.ts'
import { findRuleSentence, inputSentence, ruleSentence } from '../src/web/words/rule-sentence.ts'
import { LANGS } from '../src/web/words/words.ts'
import { readSources } from './source-files.ts'

// Nothing technical ever appears on a page: each code the program can throw, reject with or log has its sentence.

const CODE = /^[a-z][a-zA-Z-]*\/[a-z][a-z-]*$/
const MEDIA = /^(application|audio|image|text|multipart)\//
/** a library by its path; “báo cáo” as papers abbreviate it */
const NO_CODES = new Set(['write-excel-file/node', 'read-excel-file/node', 'b/c'])
/** said on the console of whoever starts the program or restores a backup, never on a page */
const CONSOLE = /^(database|backup)\//

/** What the codes put together at run time can become; a new one must be entered here. */
const ASSEMBLED: Readonly<Record<string, readonly string[]>> = {
  'plan/incomplete-*': missingParts({ bases: [], purpose: '', requirements: '', targets: [] }).map(
    (part) => `plan/incomplete-${part}`,
  ),
  'dialogue/not-*': ['held', 'concluded', 'closed', 'cancelled'].map((to) => `dialogue/not-${to}`),
  'paper/kept-by-*': ['conclusion', 'plan'].map((keeper) => `paper/kept-by-${keeper}`),
  'paper-template/form-*': FORM_FAULTS.map((fault) => `paper-template/form-${fault}`),
  'petition/already-*': ['merged', 'withdrawn'].map((state) => `petition/already-${state}`),
  '*/agency-succeeded': ['petition', 'dialogue', 'conclusionItem'].map((kind) => `${kind}/agency-succeeded`),
  'hall/act-*': HALL_ACTS.map((act) => `hall/act-${act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
  'deadline/*': ['met', 'void'].map((state) => `deadline/${state}`),
}

/** Where a literal is a code of an input schema: the last argument of these. */
const CHECKS = new Set('refine min max int positive nonnegative regex number string enum length email'.split(' '))

/** of these the code is the only argument */
const ONLY_CODE = new Set(['int', 'positive', 'nonnegative', 'email', 'number', 'string'])

// biome-ignore lint/suspicious/noExplicitAny: nodes of the syntax tree, looked at by their own type names
type Node = any

const rules = new Set<string>()
const acts = new Set<string>()
const inputs = new Set<string>(UPLOAD_REFUSALS)
const codes = new Set<string>()
const assembled = new Set<string>()

/** Every text an expression can be: a literal, either side of a condition, the last of a default. */
function textsOf(node: Node): string[] {
  if (!node) return []
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'ConditionalExpression') return [...textsOf(node.consequent), ...textsOf(node.alternate)]
  if (node.type === 'LogicalExpression') return [...textsOf(node.left), ...textsOf(node.right)]
  if (node.type === 'TemplateLiteral') return [patternOf(node)]
  return []
}

function patternOf(node: Node): string {
  return node.quasis.map((part: Node) => part.value.cooked).join('*')
}

function expand(text: string): readonly string[] {
  return text.includes('*') ? (ASSEMBLED[text] ?? [text]) : [text]
}

function take(into: Set<string>, node: Node): void {
  // what is wrong in a regulation's file is told in Vietnamese sentences, not in codes
  for (const text of textsOf(node)) if (!text.includes(' ')) for (const one of expand(text)) into.add(one)
}

function takeObject(node: Node): void {
  if (node?.type !== 'ObjectExpression') return
  for (const property of node.properties) take(inputs, property.value)
}

function nameOf(callee: Node): string {
  return callee?.type === 'MemberExpression' ? callee.property.name : callee?.name
}

function readTree(program: Node, isStore: boolean): void {
  new Visitor({
    NewExpression(node: Node) {
      if (node.callee.name === 'BrokenRule') take(rules, node.arguments[0])
      if (node.callee.name === 'InputRejected') takeObject(node.arguments[0])
    },
    CallExpression(node: Node) {
      const name = nameOf(node.callee)
      if (name === 'requireRule') take(rules, node.arguments[1])
      if (!isStore && CHECKS.has(name) && node.callee.type === 'MemberExpression') {
        const last = node.arguments.at(-1)
        if (last?.type === 'ObjectExpression') takeMessage(last)
        else if (last?.type === 'Literal' && node.arguments.length + Number(ONLY_CODE.has(name)) > 1) take(inputs, last)
      }
      if (name === 'addIssue') takeMessage(node.arguments[0])
      if (name === 'defineChange')
        for (const one of node.arguments[0]?.properties ?? []) if (one.key?.name === 'name') take(acts, one.value)
    },
    AssignmentExpression(node: Node) {
      const target = node.left.type === 'MemberExpression' ? node.left.object.name : ''
      if (['errors', 'problems', 'wrong'].includes(target)) take(inputs, node.right)
    },
    Property(node: Node) {
      if (node.key.name === 'action') take(acts, node.value)
    },
    Literal(node: Node) {
      if (typeof node.value === 'string' && CODE.test(node.value)) codes.add(node.value)
    },
    TemplateLiteral(node: Node) {
      const pattern = patternOf(node)
      if (/^([a-zA-Z-]+|\*)\/([a-z-]*\*|[a-z-]+)$/.test(pattern)) assembled.add(pattern)
    },
  }).visit(program)
}

function takeMessage(node: Node): void {
  for (const one of node?.properties ?? []) if (one.key?.name === 'message') take(inputs, one.value)
}

const hasRule = (code: string) => LANGS.every((lang) => findRuleSentence(lang, code) !== null)
const hasAct = (name: string) => LANGS.every((lang) => name in actNames[lang])

beforeAll(async () => {
  await import('../src/web/office/office-routes.ts')
  for (const { path, text } of readSources('src')) {
    if (/^src\/(web|cli|platform\/db)\//.test(path)) continue
    readTree(parseSync(path, text).program, path.endsWith('-store.ts'))
  }
})

describe('what the program can say', () => {
  it('has a sentence in both languages for every broken rule', () => {
    expect(rules.size).toBeGreaterThan(100)
    expect([...rules].filter((code) => !CONSOLE.test(code) && !hasRule(code))).toEqual([])
  })

  it('has a sentence in both languages for every code of a field', () => {
    expect(inputs.size).toBeGreaterThan(20)
    const silent = [...inputs].filter((code) =>
      code.includes('/') ? !hasRule(code) : LANGS.some((lang) => !(code in inputErrorWords[lang])),
    )
    expect(silent).toEqual([])
  })

  it('has words in both languages for every change and every line of the log', () => {
    expect(acts.size).toBeGreaterThan(150)
    expect([...acts].filter((name) => CODE.test(name) && !hasAct(name))).toEqual([])
  })

  it('knows every code in the sources as a rule or an act, also those handed about before they are thrown', () => {
    const unknown = [...codes].filter((code) => !MEDIA.test(code) && !CONSOLE.test(code) && !NO_CODES.has(code))
    expect(unknown.filter((code) => !hasRule(code) && !hasAct(code))).toEqual([])
  })

  it('knows what every code put together at run time can become', () => {
    expect([...assembled].filter((pattern) => !(pattern in ASSEMBLED))).toEqual([])
    const all = Object.values(ASSEMBLED).flat()
    expect(all.filter((code) => !hasRule(code) && !hasAct(code))).toEqual([])
  })

  it('never shows a code it does not know', () => {
    expect(actWord('vi', 'dialogue/of-a-later-version')).toBe('Cập nhật')
    expect(inputSentence('vi', 'ofALaterVersion')).toBe(inputErrorWords.vi.notValid)
    expect(ruleSentence('vi', 'dialogue/of-a-later-version')).not.toContain('/')
  })
})
