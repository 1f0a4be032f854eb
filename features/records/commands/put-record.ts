import type { RecordLine } from '#domain/record/entry.ts'
import { wordingOf } from '#domain/record/markdown.ts'
import { minutesOf } from '#domain/record/minutes/minutes.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { languageOf } from '#messages/languages.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { outcomeOf } from '#store/conclusion/acts.ts'
import { type HeldMinutes, minutesIn } from '#store/conclusion/minutes.ts'
import { perform } from '#store/perform.ts'
import { documentWords } from '#store/record/document-words.ts'
import { readMinutes } from '#store/record/read.ts'
import { findOpenSince } from '../queries/open-since.ts'

/** The minutes that are before the parties now: the conclusion by which they are agreed, and its version. */
export interface RecordPut {
  readonly id: string
  readonly version: number
  /** The entry up to which they go. */
  readonly upTo: { readonly sequence: number; readonly hash: string }
}

/**
 * Renders the minutes up to the head of the record and puts them to the parties, in one act. From then on they stand
 * still; what happens later goes to the annex. Refusals: `not-found`, and those of `putRecord` (rules 6, 15).
 */
export function putRecord(viewer: Viewer, meetingId: string) {
  const command = async ({ act: { tx, now }, scope, actor: by, conclusionId, title, chainHead }: HeldMinutes) => {
    const wording = await wordingUpTo(tx, scope, chainHead, now)
    const content = { wording, citations: [], commitments: [], chainHead }
    return { type: 'put-record', by, conclusionId, title, content } as const
  }
  return perform(viewer, minutesIn(meetingId), command, {
    answer: (held, events) => {
      const { id, version } = outcomeOf(held, events)
      return { id, version, upTo: held.chainHead }
    },
  })
}

/** Every party is asked to agree to it: it tells of no draft that is closed to one of them, because it joined later. */
async function wordingUpTo(tx: Tx, scope: MeetingScope, upTo: RecordPut['upTo'], now: Date): Promise<string> {
  const { meetingId } = scope
  const { timeZone, group } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { timeZone: true, group: { select: { language: true } } },
  })
  const newest = await tx.meetingParty.aggregate({ where: { meetingId, leftAt: null }, _max: { seesFrom: true } })
  const since = newest._max.seesFrom
  const told = since === null ? () => true : await tellsNothingOlder(tx, scope, since)
  const { lines } = await readMinutes(tx, meetingId, { last: upTo.sequence })
  return wordingOf(minutesOf(lines.filter(told), now), upTo, documentWords(timeZone, languageOf(group.language)))
}

async function tellsNothingOlder(tx: Tx, scope: MeetingScope, since: Date): Promise<(line: RecordLine) => boolean> {
  const { conclusions } = await findOpenSince(tx, scope, since)
  return ({ entry }) => entry === null || !('conclusion' in entry) || conclusions.has(entry.conclusion.id)
}
