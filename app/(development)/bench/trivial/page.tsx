import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readTrivialRows } from '#lib/trivial-rows.ts'

export const metadata: Metadata = { title: 'Bench' }

/**
 * What every page of the product is held against: the least that a page of this framework does that shows something out of the
 * database. Sixty rows of one statement in a list, without a name in them; for anybody, and on no server but one that was started
 * for the bench (`BENCH=1`).
 */
export default async function TrivialPage() {
  if (process.env.BENCH !== '1') notFound()
  const rows = await readTrivialRows()
  return (
    <main>
      <h1>{rows.length}</h1>
      <ol>
        {rows.map(({ id, ordinal, kind, reference }) => (
          <li key={id}>
            {ordinal} {kind} {reference}
          </li>
        ))}
      </ol>
    </main>
  )
}
