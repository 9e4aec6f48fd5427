/** What stands where a value is not known: room to write. */
export const DOTS = '………………'
