/** The ids with one moved a place up or down; unchanged at either end. Null when it is not among them. */
export function movedInOrder(ids: readonly number[], id: number, direction: 'up' | 'down'): number[] | null {
  const from = ids.indexOf(id)
  if (from < 0) return null
  const to = direction === 'up' ? from - 1 : from + 1
  const order = [...ids]
  if (to < 0 || to >= ids.length) return order
  order[from] = ids[to]!
  order[to] = id
  return order
}
