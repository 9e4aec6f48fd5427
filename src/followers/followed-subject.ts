/** What the log names when somebody follows: the published thing, or the authority with all it publishes. */
export function followedSubject(authorityId: number, publicationId: number | null) {
  return publicationId === null
    ? { subjectKind: 'authority', subjectId: authorityId }
    : { subjectKind: 'publication', subjectId: publicationId }
}
