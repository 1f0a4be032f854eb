/** Acts on conclusions: what they hold, how they are decided on, saved and told. */
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import {
  type ConclusionCommands,
  type ExistingRefusals,
  type ExistingType,
  existingDeciders,
} from '#domain/conclusion/decide.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import type { Context } from '#domain/conclusion/facts.ts'
import { type Standing, standing } from '#domain/conclusion/standing.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { opensConclusion, opensConclusions } from '#store/access/contents.ts'
import { holdKnown } from '#store/access/hold.ts'
import { type MeetingScope, proveHeldMeeting } from '#store/access/meeting.ts'
import type { ActInProgress, Aggregate, Follows, Holding, Target } from '#store/perform.ts'
import { sha256 } from '#store/record/append.ts'
import { findDisagreeing, type InRows, type RecordDisagrees, recordDisagrees } from './agreement-of-rows.ts'
import { type FactsRow, factsBeside, factsOfRow, type LoadedMeeting } from './facts.ts'
import { type Loaded, loadConclusions, lockWithMeeting, olderFor } from './load.ts'
import { agreeRecord, takeSeatAlong } from './meeting.ts'
import { type RoomRefusal, roomForEvents } from './room.ts'
import { saveConclusionEvents } from './save.ts'
import { type Concerned, type Subject, tellConclusion } from './tell.ts'

/** A meeting under its lock, with whoever acts on its conclusions. */
export interface HeldMeeting extends Holding {
  readonly scope: MeetingScope
  readonly meeting: LoadedMeeting
  readonly actor: Participant
}

/** What is decided on a conclusion rests on: null: it begins with this act. */
export interface Deciding extends HeldMeeting, Concerned {
  readonly conclusion: Conclusion | null
  readonly context: Context
}

/** A conclusion under its lock. */
export interface HeldConclusion extends Deciding {
  readonly loaded: Loaded
  readonly conclusion: Conclusion
}

/** What an act answers: where the conclusion stands now. */
export interface Outcome {
  readonly id: string
  readonly state: Conclusion['state']
  /** The current version; 0: a divergence has none. */
  readonly version: number
  readonly outcome: Standing['outcome']
}

/** What happens to conclusions without anybody's doing: the rows of each, and its record. */
export const conclusionRows: Follows<Holding & Concerned, ConclusionEvent> = {
  save: async ({ act: { tx }, subjects }, events) => {
    for (const { id, groupId, meetingId, item } of subjects) {
      const own = events.filter((event) => event.conclusionId === id)
      await saveConclusionEvents(tx, { groupId, meetingId, itemId: item?.id ?? null }, own)
    }
  },
  tell: (event, held, events) => tellConclusion(event, held, events),
}

/** What somebody does to a conclusion. It takes along the seat of whoever acts for a party, and the agreed record. */
export function conclusionActs<Held extends Deciding, Asked, Refused extends Refusal>(
  decide: (held: Held, command: Asked) => readonly ConclusionEvent[] | Refused,
): Aggregate<Held, Asked, ConclusionEvent, Refused | NotAdmitted> {
  return {
    ...conclusionRows,
    decide,
    admit: async (held, events) => (await roomForEvents(held, events)) ?? (await contradicted(held, events)) ?? events,
    save: async (held, events) => {
      await takeSeatAlong(held)
      await conclusionRows.save(held, events)
      const adopted = events.find((event) => event.type === 'adopted')
      const agreed = held.subjects.some(({ id, kind }) => kind === 'record' && id === adopted?.conclusionId)
      if (agreed) await agreeRecord(held)
    },
  }
}

/** Why what was decided on a conclusion is not done: its meeting, or its record, holds no more, or contradicts it. */
export type NotAdmitted = RoomRefusal | RecordDisagrees

/** Whether an act on this conclusion is open to the viewer of its meeting. */
type Opens = (scope: MeetingScope, conclusion: Conclusion) => boolean

/**
 * An act of this type on one conclusion; locks its meeting first, and with it the older conclusion that it names.
 *
 * @param opens to whom the act is open; `not-found` for everybody else.
 */
export function conclusion<Type extends ExistingType>(
  id: string,
  type: Type,
  opens: Opens = opensConclusion,
): Target<Viewer, HeldConclusion, ConclusionCommands[Type], ConclusionEvent, ExistingRefusals[Type] | NotAdmitted> {
  return {
    ...conclusionActs(({ act, conclusion: loaded, context }: HeldConclusion, command: ConclusionCommands[Type]) =>
      existingDeciders[type](loaded, command, context, act.now),
    ),
    load: (act, viewer) => loadHeld(act, viewer, id, opens),
  }
}

/**
 * Locks the meeting of a conclusion, the conclusion, and the older one that it names, and loads them; null for
 * whoever it is not open to.
 */
export async function loadHeld(
  act: ActInProgress,
  viewer: Viewer,
  id: string,
  opens: Opens,
): Promise<HeldConclusion | null> {
  if (!isUuid(id)) return null
  const { tx } = act
  const place = await lockWithMeeting(tx, id)
  const held = place && (await heldMeeting(act, viewer, place.meetingId, id))
  if (!place || !held) return null
  const ids = place.supersedesId === null ? [id] : [id, place.supersedesId]
  const found = await loadConclusions(tx, ids)
  const loaded = found.get(id)
  if (loaded === undefined || !opens(held.scope, loaded.conclusion)) return null
  const older = (place.supersedesId && found.get(place.supersedesId)) || null
  const supersedes = older && olderFor(older, place.meetingId)
  return {
    ...held,
    by: byOf(held),
    loaded,
    conclusion: loaded.conclusion,
    subjects: [subjectOf(loaded), ...(older === null ? [] : [subjectOf(older)])],
    context: { meeting: held.meeting, origin: null, supersedes, sha256 },
  }
}

/** Locks a meeting whose contents the viewer sees. Null: they see none, or it is not theirs any more to begin something in it. */
export async function holdMeeting(act: ActInProgress, viewer: Viewer, meetingId: string): Promise<HeldMeeting | null> {
  return (await holdKnown(act.tx, 'contents', meetingId)) ? heldMeeting(act, viewer, meetingId, null) : null
}

/**
 * A meeting that is locked, and whose contents the viewer sees.
 *
 * @param conclusionId the conclusion in question, which a party that left may have kept; null: none yet.
 */
async function heldMeeting(
  act: ActInProgress,
  viewer: Viewer,
  meetingId: string,
  conclusionId: string | null,
): Promise<HeldMeeting | null> {
  const proven = await proveHeldMeeting<FactsRow>(act.tx, viewer, meetingId, factsBeside(conclusionId))
  if (proven === null) return null
  const { scope, facts } = proven
  // A party that left still acts on the conclusions that it keeps: it brings the word of its principals, or shares them.
  if (!opensConclusions(scope) || (conclusionId === null && scope.keepsFor !== null)) return null
  return { act, scope, meeting: factsOfRow(facts), actor: scope.inMeeting }
}

/** Whoever acts, as entries name them. */
export function byOf({ actor }: Pick<HeldMeeting, 'actor'>) {
  return { personId: actor.group.personId, partyId: actor.party?.partyId ?? null }
}

/** A loaded conclusion as something to which something happens. */
export function subjectOf({ conclusion: read, rows }: Loaded): Subject {
  const { id, groupId, meetingId, item, title } = rows
  const chainHead = read.kind === 'divergence' ? null : read.current.chainHead
  return { id, kind: read.kind, title, groupId, meetingId, item, chainHead, conclusion: read }
}

/** Where the conclusion stands after these events. */
export function outcomeOf({ act, conclusion: before }: Deciding, events: readonly ConclusionEvent[]): Outcome {
  const after = events.reduce<Conclusion | null>(evolve, before)
  if (after === null) throw new Error('A conclusion begins with its opening, a divergence with its recording.')
  const version = after.state === 'recorded' ? 0 : after.current.number
  return { id: after.id, state: after.state, version, outcome: standing(after, act.now).outcome }
}

/**
 * Nothing is decided on rows that say otherwise than the record (SECURITY.md, attack 56): somebody's act is then not done at
 * all. Null: they agree.
 */
export async function contradicted(
  { act, subjects }: Holding & Concerned,
  events: readonly ConclusionEvent[],
): Promise<RecordDisagrees | null> {
  return (await findContradicting(act.tx, subjects, events)).size > 0 ? recordDisagrees : null
}

/** The ids of those whose rows disagree with their record, and on whose state something is decided. */
export function findContradicting(
  tx: Tx,
  subjects: readonly Subject[],
  events: readonly ConclusionEvent[],
): Promise<ReadonlySet<string>> {
  return findDisagreeing(tx, decidedOn(subjects, events))
}

/** What is only written, a new version or a side's own words, binds nobody yet. */
function decidedOn(subjects: readonly Subject[], events: readonly ConclusionEvent[]): readonly InRows[] {
  const decided = events.filter(({ type }) => type !== 'revised' && type !== 'words-written')
  return subjects.flatMap(({ id, conclusion: read, meetingId }) => {
    const concerned = decided.some((event) => event.conclusionId === id || restsOn(event, id))
    return read !== null && concerned ? { conclusion: read, meetingId } : []
  })
}

function restsOn(event: ConclusionEvent, id: string): boolean {
  return event.type === 'divergence-recorded' && event.originId === id
}
