/**
 * Why something that came through the Portal is looked at first: the same text from many, too much from one address or
 * contact, filled in faster than anybody writes, a field filled in that no person sees, a flood at that hour.
 */
export const HOLD_CAUSES = ['sameText', 'tooMany', 'tooFast', 'hiddenField', 'flood'] as const
export type HoldCause = (typeof HOLD_CAUSES)[number]

/** Why it was not taken in; the published standards, each with its sentence. Nothing else is a reason. */
export const REFUSAL_REASONS = ['advertising', 'insult', 'unlawful', 'noContent', 'otherPerson', 'repeated'] as const
