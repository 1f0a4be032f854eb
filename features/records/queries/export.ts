import { canonicalText } from '#domain/conclusion/canonical.ts'
import type { RecordLine } from '#domain/record/entry.ts'
import { type AgreedText, exportFormat, type RecordExport } from '#domain/record/export.ts'
import { markdownOf } from '#domain/record/markdown.ts'
import { passageBlocks } from '#domain/record/markdown-passages.ts'
import type { Words } from '#domain/record/minutes-words.ts'
import { titleTold } from '#domain/record/verify-export.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { languageHere } from '#lib/words/context.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { WholePassage } from '#store/citation/passages.ts'
import { conclusionOf } from '#store/conclusion/rows.ts'
import { currentRows } from '#store/conclusion/select.ts'
import { documentWords } from '#store/record/document-words.ts'
import { readPassagesCited } from '#store/record/passages-cited.ts'
import { linesOf, readMinutes } from '#store/record/read.ts'
import { readSharedMinutes, sharedWording } from '#store/record/shared-minutes.ts'
import type { NewestEntry } from '../views.ts'
import { findMinutes } from './minutes.ts'
import type { OpenPart } from './open-since.ts'
import type { SharedRecord } from './shared.ts'

/** A document made from a record, and the entry that it names as its head. */
export interface Document {
  readonly title: string
  readonly head: NewestEntry
  readonly text: string
}

/** The minutes as Markdown, with the passages that they cite; null: nothing is recorded yet. At most five statements. */
export async function findMarkdown(tx: Tx, scope: MeetingScope, part: OpenPart, now: Date): Promise<Document | null> {
  const { lines, head } = await readMinutes(tx, scope.meetingId, part)
  if (head === null) return null
  const { timeZone } = await tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    select: { timeZone: true },
  })
  const minutes = await findMinutes(tx, scope, lines, { part, now })
  const words = documentWords(timeZone, languageHere())
  const appendix = appendixOf(await readPassagesCited(tx, scope.groupId, minutes), words)
  return { title: scope.meeting.title, head, text: `${markdownOf(minutes, head, words)}${appendix}` }
}

/** The agreed minutes as the group reads them, as Markdown, with the passages that they cite; at most four statements. */
export async function findSharedMarkdown(tx: Tx, shared: SharedRecord, now: Date): Promise<Document> {
  const { title, head, timeZone } = shared
  const minutes = await readSharedMinutes(tx, shared, { meetingId: shared.meetingId, now })
  const appendix = appendixOf(
    await readPassagesCited(tx, shared.groupId, minutes),
    documentWords(timeZone, languageHere()),
  )
  return {
    title,
    head,
    text: `${sharedWording(minutes, head, { zone: timeZone, language: languageHere() })}${appendix}`,
  }
}

/** Behind the minutes, of which it is no part: what they name, in its words. */
function appendixOf(passages: readonly WholePassage[], words: Words): string {
  return passages.length === 0 ? '' : `\n${passageBlocks(passages, words).join('\n\n')}\n`
}

/** An exported record without its links and wordings, which may be many. */
export type ExportHead = Omit<RecordExport, 'links' | 'agreed'>

/** With what an exported record begins; null: nothing is recorded yet. Two statements. */
export async function findExportHead(
  tx: Tx,
  { meetingId, meeting }: MeetingScope,
  { now, part: { last, closed } }: { readonly now: Date; readonly part: OpenPart },
): Promise<ExportHead | null> {
  const upTo = last === undefined ? {} : { sequence: { lte: last } }
  const head = await tx.recordEntry.findFirst({
    where: { meetingId, ...upTo },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  })
  if (head === null) return null
  // An erased entry may have told another title: then none is told.
  const telling = await tx.recordEntry.findFirst({
    where: { meetingId, ...upTo, OR: [{ payload: null }, { kind: { in: ['scheduled', 'description-changed'] } }] },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, at: true, payload: true },
  })
  return {
    format: exportFormat,
    // A party that left learns no name that the meeting got later.
    meeting: { id: meetingId, title: titleTold(tellingOf(telling, closed)) ?? meeting.title },
    exportedAt: now.toISOString(),
    head,
  }
}

/** The entry that told the title, as its reader sees it. */
function tellingOf(
  row: { readonly sequence: number; readonly at: Date; readonly payload: string | null } | null,
  closed: OpenPart['closed'],
): readonly RecordLine[] {
  const lines = row === null ? [] : linesOf([{ ...row, at: row.at.toISOString() }])
  return lines.map((line) => (closed?.(line) ? { ...line, entry: null } : line))
}

/** The wordings of adopted conclusions of a meeting among these; one statement. */
export async function findAgreed(
  tx: Tx,
  { meetingId }: MeetingScope,
  ids: readonly string[],
): Promise<readonly AgreedText[]> {
  const rows = await tx.conclusion.findMany({
    where: { meetingId, id: { in: [...ids] }, state: { in: ['adopted', 'superseded'] } },
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
