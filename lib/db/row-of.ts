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
