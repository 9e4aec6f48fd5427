/** A form came with no session or an old token: nothing is saved, and what was typed is shown again. */
export class FormExpired extends Error {
  readonly fields: Record<string, unknown>
  constructor(fields: Record<string, unknown>) {
    super('form expired')
    this.name = 'FormExpired'
    this.fields = fields
  }
}
