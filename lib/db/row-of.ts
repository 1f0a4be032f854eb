/**
 * Checks that what was found is the row that was asked for. How much of a thing somebody is told depends on which thing it is, so a
 * statement that lost its condition must end here: the policies of rows hold what is closed to the viewer, and not what is open in part.
 *
 * @throws when it is another row.
 */
export function rowOf<Row extends { readonly id: string }>(id: string, row: Row): Row {
  if (row.id !== id.toLowerCase()) throw new Error('A statement found another row than the one that was asked for.')
  return row
}

/**
 * Checks that rows that were found together belong to one thing: each has `id` in its column `key`.
 *
 * @throws when one of them belongs to something else.
 */
export function rowsWithin<Key extends string, Row extends Readonly<Record<Key, string>>>(
  key: Key,
  id: string,
  rows: readonly Row[],
): readonly Row[] {
  if (rows.some((row) => row[key] !== id))
    throw new Error('A statement found rows of another thing than the one that was asked for.')
  return rows
}
