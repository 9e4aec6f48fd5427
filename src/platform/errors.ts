/** A rule of the work is broken; `code` (`petition/already-answered`) has its sentence in the catalogue of words. */
export class BrokenRule extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code)
    this.name = 'BrokenRule'
  }
}

/** There is no such thing, or none for this reader: both answer 404. */
export class NotFound extends Error {
  constructor(readonly kind: string) {
    super(`${kind} not found`)
    this.name = 'NotFound'
  }
}

/** The reader may see the thing, but not do this. */
export class NotPermitted extends Error {
  constructor(readonly permission: string) {
    super(`not permitted: ${permission}`)
    this.name = 'NotPermitted'
  }
}

/** The record was changed by somebody else since the form was opened; `current` is what is stored now. */
export class StaleEdit extends Error {
  constructor(
    readonly kind: string,
    readonly current: Record<string, unknown>,
  ) {
    super(`${kind} was changed meanwhile`)
    this.name = 'StaleEdit'
  }
}

/** Field name → code of what is wrong with it (`required`), whose sentence is in the catalogue of words. */
export type InputErrors = Record<string, string>

/** Thrown inside a change when input turns out to be wrong only against stored data; reported beside its fields. */
export class InputRejected extends Error {
  constructor(readonly errors: InputErrors) {
    super(`input rejected: ${Object.keys(errors).join(', ')}`)
    this.name = 'InputRejected'
  }
}
