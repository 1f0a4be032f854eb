import { canonicalText } from '#domain/conclusion/canonical.ts'
import { genesis, type Link } from '#domain/record/chain.ts'
import { type AgreedText, exportFormat, type RecordExport } from '#domain/record/export.ts'
import { markdownOf } from '#domain/record/markdown.ts'
import { titleTold } from '#domain/record/verify-export.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import { conclusionOf } from '#lib/conclusion/rows.ts'
import { currentRows } from '#lib/conclusion/select.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { documentWords } from '#lib/record/document-words.ts'
import { linesOf, readLinks } from '#lib/record/read.ts'
import { readSharedMinutes, sharedWording } from '#lib/record/shared-minutes.ts'
import { findMinutes } from './minutes.ts'
import type { OpenPart } from './open-since.ts'
import type { Head } from './record.ts'
import type { SharedRecord } from './shared.ts'

/** A document made from a record, and the entry that it names as its head. */
export interface Document {
  readonly title: string
  readonly head: Head
  readonly text: string
}

/** The minutes as Markdown; null: nothing is recorded yet. Two statements, or three. */
export async function findMarkdown(tx: Tx, scope: MeetingScope, part: OpenPart): Promise<Document | null> {
  const links = await readLinks(tx, scope.meetingId, part)
  const head = links.at(-1)
  if (head === undefined) return null
  const { timeZone } = await tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    select: { timeZone: true },
  })
  return {
    title: scope.meeting.title,
    head,
    text: markdownOf(await findMinutes(tx, scope, links, part), head, documentWords(timeZone)),
  }
}

/** The agreed minutes as the group reads them, as Markdown; three statements. */
export async function findSharedMarkdown(tx: Tx, shared: SharedRecord): Promise<Document> {
  const { timeZone } = await tx.meeting.findUniqueOrThrow({
    where: { id: shared.meetingId },
    select: { timeZone: true },
  })
  const { title, head } = shared
  return { title, head, text: sharedWording(await readSharedMinutes(tx, shared, shared.meetingId), head, timeZone) }
}

/** All that an offline verifier needs; without links when nothing is recorded yet. Two statements. */
export async function findExport(
  tx: Tx,
  { meetingId, meeting }: MeetingScope,
  { now, part }: { readonly now: Date; readonly part: OpenPart },
): Promise<RecordExport> {
  const links = await readLinks(tx, meetingId, part)
  const { sequence, hash } = links.at(-1) ?? genesis(meetingId)
  return {
    format: exportFormat,
    // A party that left learns no name that the meeting got later.
    meeting: { id: meetingId, title: titleTold(linesOf(links)) ?? meeting.title },
    exportedAt: now.toISOString(),
    head: { sequence, hash },
    links: links.map(({ meetingId: _, ...link }) => link),
    agreed: await agreedIn(
      tx,
      meetingId,
      part.last === undefined && part.since === null ? undefined : adoptedIn(links),
    ),
  }
}

/** Of which conclusions these entries tell that they were adopted. */
function adoptedIn(links: readonly Link[]): string[] {
  return linesOf(links).flatMap(({ entry }) =>
    entry?.kind === 'adopted' || entry?.kind === 'record-agreed' ? entry.conclusion.id : [],
  )
}

/** `among`: no others than these. */
async function agreedIn(tx: Tx, meetingId: string, among?: readonly string[]): Promise<readonly AgreedText[]> {
  const rows = await tx.conclusion.findMany({
    where: {
      meetingId,
      state: { in: ['adopted', 'superseded'] },
      ...(among === undefined ? {} : { id: { in: [...among] } }),
    },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  return rows.flatMap((row) => {
    const conclusion = conclusionOf(row)
    if (conclusion.state !== 'adopted' && conclusion.state !== 'superseded') return []
    const { id, title, kind, supersedesId, current, contentHash } = conclusion
    const { deciders } = current.putting
    const text = canonicalText({ kind, title, supersedesId, content: current, deciders })
    return [{ conclusionId: id, title, contentHash, text }]
  })
}
