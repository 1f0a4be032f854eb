import { conclusionKinds } from '#domain/conclusion/conclusion.ts'
import { isVersionOpenSince, isWrittenSince, sawItHeld, type VersionDates } from '#domain/conclusion/since.ts'
import type { RecordLine } from '#domain/record/entry.ts'
import { isLineOpen, type OpenSince } from '#domain/record/since.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { Part } from '#store/record/read.ts'

/** What decides over the entries of a record for whoever sees what was written from an instant on; one statement. */
export async function findOpenSince(tx: Tx, { meetingId, meeting }: MeetingScope, since: Date): Promise<OpenSince> {
  const rows = await tx.conclusion.findMany({
    where: { meetingId },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      kind: true,
      createdAt: true,
      versions: { orderBy: { number: 'desc' }, select: { number: true, createdAt: true, putAt: true } },
    },
  })
  const conclusions = rows.flatMap(({ id, kind, createdAt: begunAt, versions }) => {
    const [current = null] = versions.map(datesOf)
    if (!isWrittenSince({ kind: oneOf(conclusionKinds, kind), begunAt, current }, since, meeting)) return []
    const open = versions.filter((version) => isVersionOpenSince(datesOf(version), since))
    return [[id, new Set(open.map(({ number }) => number))] as const]
  })
  return { since, sawItHeld: sawItHeld(since, meeting), conclusions: new Map(conclusions) }
}

function datesOf({ createdAt, putAt }: { readonly createdAt: Date; readonly putAt: Date | null }): VersionDates {
  return { at: createdAt, putting: putAt && { at: putAt } }
}

/** The part of a record that is open to its reader. */
export interface OpenPart extends Part {
  /** Null: from its beginning. */
  readonly since: OpenSince | null
}

export const wholeRecord: OpenPart = { since: null }

/** The part of a record that is open to somebody who came later; all of it where nothing bounds it. */
export function openPart(since: OpenSince | null): OpenPart {
  return since === null ? wholeRecord : { since, closed: (line) => !isLineOpen(line, since) }
}

/** What these lines say to their reader. What is closed to them is left out, and is no erased entry. */
export function openLines(lines: readonly RecordLine[], { since }: Pick<OpenPart, 'since'>): readonly RecordLine[] {
  return since === null ? lines : lines.filter((line) => line.entry !== null && isLineOpen(line, since))
}
