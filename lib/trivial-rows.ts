import { client } from './db/connection.ts'

/** The number of rows that the trivial page of the bench shows. */
const ROWS = 60

/** Numbers of passages and nothing of their words: what the trivial page of the bench reads, in one statement and in nobody's name. */
export async function readTrivialRows() {
  const opened = await client()
  const select = { id: true, ordinal: true, kind: true, reference: true } as const
  return opened.passage.findMany({ select, orderBy: { id: 'asc' }, take: ROWS })
}
