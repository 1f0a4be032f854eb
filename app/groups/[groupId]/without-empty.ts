/**
 * The address of a list without what a form sends empty, because it was not chosen: the address is shown, kept and sent on. Null: nothing
 * in it is empty.
 */
export function addressWithoutEmpty(
  path: string,
  asked: Readonly<Record<string, string | string[] | undefined>>,
): string | null {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one ?? ''] as const),
  )
  const chosen = given.filter(([, value]) => value !== '')
  if (chosen.length === given.length) return null
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, value]))
  return query.size === 0 ? path : `${path}?${query}`
}
