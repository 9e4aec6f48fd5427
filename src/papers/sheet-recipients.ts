import type { Sheet } from './sheet.ts'

/** One who gets a paper, as the paper names it. */
export interface NamedRecipient {
  name: string
  /** in brackets behind the name: `để b/c`; '' for none */
  remark: string
  /** under “Kính gửi”, so that “Nơi nhận” says “Như trên” */
  writtenTo: boolean
}

/** Everybody a paper names as getting it, in its order: those written to, then those of “Nơi nhận”. */
export function namedRecipients(sheet: Sheet): NamedRecipient[] {
  const to = (sheet.to ?? []).map((name) => ({ name, remark: '', writtenTo: true }))
  const items = (sheet.recipients?.items ?? []).map(({ name, purpose }) => ({
    ...{ name, remark: purpose ?? '', writtenTo: false },
  }))
  return [...to, ...items].filter(({ name }) => name.trim() !== '')
}

/** The paper naming these as getting it. One that names nobody (minutes, lists) stays so; its archive line stays. */
export function withRecipients(sheet: Sheet, recipients: readonly NamedRecipient[]): Sheet {
  const { to: _, ...rest } = sheet
  const to = recipients.filter((one) => one.writtenTo).map(({ name }) => name)
  const items = recipients
    .filter((one) => !one.writtenTo)
    .map(({ name, remark }) => (remark === '' ? { name } : { name, purpose: remark }))
  return {
    ...rest,
    ...(to.length > 0 ? { to } : {}),
    ...(sheet.recipients ? { recipients: { ...sheet.recipients, items } } : {}),
  }
}

/** Which of two lists of names came and went; a name counts once, with what it is written for. */
export function recipientDifference(before: readonly NamedRecipient[], after: readonly NamedRecipient[]) {
  const key = (one: NamedRecipient) => `${one.writtenTo}|${one.name}|${one.remark}`
  const [old, fresh] = [new Set(before.map(key)), new Set(after.map(key))]
  return {
    gone: before.filter((one) => !fresh.has(key(one))),
    added: after.filter((one) => !old.has(key(one))),
  }
}
