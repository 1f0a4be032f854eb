import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { batchOf, readBatch } from '#store/record/read.ts'
import { type ExportHead, findAgreed } from './export.ts'
import type { OpenPart } from './open-since.ts'

/** Reads something of one record, in a transaction of its own; null: it is not open to whoever reads. */
export type ReadRecord = <T>(
  work: (tx: Tx, scope: MeetingScope, part: OpenPart) => Promise<T | null>,
) => Promise<T | null>

/** How many agreed wordings one transaction reads. */
const wordingsAtOnce = 20

/**
 * A whole exported record, piece by piece: links in batches up to its head, then the wordings that were agreed up to there. The pieces
 * together are what `JSON.stringify` writes of it: what is written otherwise is refused where it is checked (`readExport`).
 */
export async function* exportPieces(head: ExportHead, read: ReadRecord): AsyncGenerator<string, void> {
  yield `${JSON.stringify(head).slice(0, -1)},"links":[`
  const adopted = new Set<string>()
  for (let first = 1; first <= head.head.sequence; ) {
    const from = first
    const links = still(
      await read((tx, { meetingId }, { closed }) =>
        readBatch(tx, meetingId, { first: from, last: head.head.sequence, closed }),
      ),
    )
    for (const { kind, conclusionId } of links)
      if ((kind === 'adopted' || kind === 'record-agreed') && conclusionId !== null) adopted.add(conclusionId)
    const told = links.map(({ meetingId: _, kind: __, conclusionId: ___, ...link }) => JSON.stringify(link)).join(',')
    yield first === 1 || told === '' ? told : `,${told}`
    // In a record that was cut, whole batches may be missing.
    first = (links.at(-1)?.sequence ?? from + batchOf.entries - 1) + 1
  }
  yield '],"agreed":['
  const ids = [...adopted].sort()
  for (let from = 0; from < ids.length; from += wordingsAtOnce) {
    const some = ids.slice(from, from + wordingsAtOnce)
    const agreed = still(await read((tx, scope) => findAgreed(tx, scope, some)))
    const told = agreed.map((text) => JSON.stringify(text)).join(',')
    yield from === 0 || told === '' ? told : `,${told}`
  }
  yield ']}'
}

/** The file was begun for somebody who saw the record; it breaks off, visibly, when they do not any more. */
function still<T>(found: T | null): T {
  if (found === null) throw new Error('The export ended: whoever asked for it does not see the record any more.')
  return found
}
