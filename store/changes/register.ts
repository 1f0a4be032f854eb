/**
 * All of which people are told that it changed, one entry for each source, each of which joins what its viewer may see
 * (`prisma/visibility`). Home tells it from here. A new source does not compile before it says how a row of it is read.
 */
import { Prisma } from '#lib/db/prisma.ts'
import type { KnownMeetings } from '#store/access/known-meetings.ts'
import { type Change, type ChangeSource, mostChanges, type ToldChange } from './change.ts'
import { groupChanges } from './group.ts'
import { heldChanges, recordChanges } from './meeting.ts'
import { sharingChanges } from './sharing.ts'
import { textChanges } from './text.ts'

const changeSources: { readonly [Of in ToldChange['of']]: ChangeSource<Of> } = {
  contents: recordChanges,
  logistics: heldChanges,
  text: textChanges,
  sharing: sharingChanges,
  group: groupChanges,
}

/** Rows (`ToldChange`) of all that changed in these groups (`= ANY(…)`) and that the viewer may learn of; the statement begins with `knownMeetings`. */
export function selectChanges(groups: Prisma.Sql): Prisma.Sql {
  const rows = Object.values(changeSources).map((source) => Prisma.sql`(${source.rows(groups)})`)
  return Prisma.join(rows, ' UNION ALL ')
}

/** As far as the viewer sees the meetings concerned; of each meeting, conclusion and text the newest alone. */
export function changesOf(told: readonly ToldChange[], known: KnownMeetings): readonly Change[] {
  const seen = new Set<string>()
  const changes = told.flatMap((row): Change[] => changeOf(row, known))
  const newest = changes.filter((change) => {
    const about = subjectOf(change)
    const isFirst = !seen.has(about)
    seen.add(about)
    return isFirst
  })
  return newest.slice(0, mostChanges)
}

function subjectOf(change: Change): string {
  switch (change.in) {
    case 'meeting':
      // Who is there changes what may be written: nothing newer hides it.
      if (change.kind === 'parties-changed') return change.id
      return change.conclusion?.id ?? change.meeting.id
    case 'sharing':
      return change.conclusion.id
    case 'text':
    case 'group':
      return change.id
    default:
      return change satisfies never
  }
}

function changeOf(row: ToldChange, known: KnownMeetings): Change[] {
  const { id, groupId, at } = row
  const told = changeSources[row.of].read(row, known)
  return told === null ? [] : [{ ...told, id, groupId, at: new Date(at).toISOString() }]
}
