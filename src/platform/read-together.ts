/** Waits for everything that was asked at the same time, each under its own name; fails with the first that fails. */
export async function readTogether<Parts extends Record<string, unknown>>(
  parts: Parts,
): Promise<{ [Name in keyof Parts]: Awaited<Parts[Name]> }> {
  const read = await Promise.all(Object.values(parts))
  return Object.fromEntries(Object.keys(parts).map((name, at) => [name, read[at]])) as {
    [Name in keyof Parts]: Awaited<Parts[Name]>
  }
}
