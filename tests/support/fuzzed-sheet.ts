import fc from 'fast-check'
import type { Block, FlatBlock, Sheet } from '../../src/papers/sheet.ts'
import { STATE_PLAN } from './paper-samples.ts'

/** Pieces of text that break out of formats that do not write text as text. */
const NASTY = [
  '<w:p/>&amp;]]>"\'',
  '{MERGEFIELD Ten} {HYPERLINK "http://x.vn"} { PAGE }',
  '=HYPERLINK("http://x.vn";"y") +1+1 @SUM(A1) -2 { INCLUDETEXT "/etc/passwd" } DDEAUTO cmd',
  `${'\u0300'.repeat(10_000)}${'ệ'.repeat(10_000)}`,
  'http://example.vn/?a=1&b=2 mailto:a@b.vn \\\\server\\share',
  '<script>alert(1)</script> javascript:alert(1)',
  '#import "x.typ" #read("/etc/passwd") $x$ *đậm* _nghiêng_ `mã` @nhãn <nhãn> \\u{202e} // /* */',
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff',
  '\u202a\u202e\u2066\u2069\u200e\u200f\u200b\u200d\ufeff\u061c',
  'a\ud800b\udc00c',
  'x'.repeat(10_000),
  'Ngườ\u031b\u0300i 漢字 😀 \u0323',
  '\t\r\n\n  \u00a0 ',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay as it is
  '${x} %s {{x}} <%= x %> =1+1 ${jndi:ldap://x}',
]

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.tuple(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 20 })).map((parts) => parts.join(' ')),
)

const rich = fc.oneof(
  text,
  fc.array(
    fc.oneof(
      fc.record({ text, bold: fc.boolean(), italic: fc.boolean() }),
      fc.record({ box: fc.boolean() }),
      fc.record({ blank: fc.integer({ min: 1, max: 100 }) }),
    ),
    { maxLength: 4 },
  ),
)

const level = fc.integer({ min: 1, max: 4 })
const flat: fc.Arbitrary<FlatBlock> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level, text: rich }),
  fc.record({ type: fc.constant('clause' as const), level, text: rich }),
  fc.record({ type: fc.constant('article' as const), text: rich }),
  fc.record({ type: fc.constant('paragraph' as const), text: rich }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(rich, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('field' as const), label: text, value: fc.option(rich), lines: fc.nat(3) }),
  fc.record({
    type: fc.constant('choices' as const),
    label: text,
    options: fc.array(fc.record({ text, ticked: fc.boolean() }), { maxLength: 3 }),
    inline: fc.boolean(),
  }),
  fc.record({ type: fc.constant('pageBreak' as const) }),
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(fc.record({ label: text, width: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    rows: fc.array(fc.oneof(fc.record({ cells: fc.array(rich, { maxLength: 6 }) }), fc.record({ group: rich })), {
      maxLength: 4,
    }),
  }),
)

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 9, arbitrary: flat },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('landscape' as const), blocks: fc.array(flat, { maxLength: 2 }) }),
  },
)

/** Sheets of every form, whose every text may be anything at all. */
export const fuzzedSheet: fc.Arbitrary<Sheet> = fc.record({
  head: fc.record({
    superior: fc.array(text, { maxLength: 2 }),
    issuer: fc.array(text, { minLength: 1, maxLength: 2 }),
    number: fc.option(text),
    symbol: fc.option(text),
    place: fc.option(text),
    date: fc.constant(STATE_PLAN.head!.date),
  }),
  name: fc.option(text),
  subject: fc.option(text),
  to: fc.array(text, { maxLength: 3 }),
  bases: fc.array(text, { maxLength: 2 }),
  body: fc.array(block, { maxLength: 6 }),
  signatures: fc.array(fc.record({ post: fc.option(text), name: fc.option(text), note: text }), { maxLength: 2 }),
  recipients: fc.option(
    fc.record({
      items: fc.array(fc.record({ name: text, purpose: text }), { maxLength: 3 }),
      archive: fc.option(text),
    }),
  ),
  appendices: fc.array(
    fc.record({
      label: fc.option(text),
      title: text,
      attachedTo: fc.option(text),
      landscape: fc.boolean(),
      body: fc.array(block, { maxLength: 2 }),
    }),
    { maxLength: 1 },
  ),
})
