import {
  type Commitment,
  type CommitmentCommand,
  type CommitmentEvent,
  commitmentStates,
  decideCommitment,
  evolveCommitment,
} from '#domain/commitment.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { nothingId } from '#store/access/group.ts'
import { findDisagreeing, recordDisagrees } from '#store/conclusion/agreement-of-rows.ts'
import { subjectOf } from '#store/conclusion/carry-out.ts'
import { followedOf, plainDate } from '#store/conclusion/rows.ts'
import { append } from '#store/record/append.ts'
import { readNames } from '#store/record/names.ts'
import { roomFor } from '#store/record/room.ts'
import { type Held, onConclusion } from './held.ts'

/** How a commitment goes now. */
export interface Followed {
  readonly id: string
  readonly state: Commitment['state']
}

/** It is done. */
export function markDone(viewer: Viewer, commitmentId: string): Promise<Followed | Refusal> {
  return follow(viewer, commitmentId, ({ actor: by }) => ({ type: 'mark-done', by }))
}

/** It will not be done, and why. */
export function drop(
  viewer: Viewer,
  commitmentId: string,
  { reason }: { readonly reason: string },
): Promise<Followed | Refusal> {
  return follow(viewer, commitmentId, ({ actor: by }) => ({ type: 'drop', by, reason }))
}

/** It is not done after all, or is taken up again, and why. */
export function reopen(
  viewer: Viewer,
  commitmentId: string,
  { reason }: { readonly reason: string },
): Promise<Followed | Refusal> {
  return follow(viewer, commitmentId, ({ actor: by }) => ({ type: 'reopen', by, reason }))
}

/** Commitments of versions that were not adopted are words of a draft: for following, they do not exist. */
async function follow(
  viewer: Viewer,
  commitmentId: string,
  command: (held: Held) => CommitmentCommand,
): Promise<Followed | Refusal> {
  const conclusionId = await conclusionOf(viewer, commitmentId)
  return onConclusion(viewer, conclusionId ?? nothingId, async (held) => {
    const place = held.loaded.rows.versions[0]?.commitments.findIndex(({ id }) => id === commitmentId) ?? -1
    const commitment = commitmentAt(held, place)
    if (commitment === null) return notFound
    const event = decideCommitment(commitment, command(held), held.now)
    if (isRefusal(event)) return event
    const { meetingId } = held.loaded.rows
    const later = { commitments: followedOf(held.loaded.rows) }
    const disagreeing = await findDisagreeing(held.tx, [{ conclusion: held.conclusion, meetingId, later }])
    if (disagreeing.size > 0) return recordDisagrees
    const full = await roomFor(held.tx, held.loaded.rows.meetingId, [`commitment-${event.type}`])
    if (full !== null) return full
    const { state } = await save(held, commitment, event, place)
    return { id: commitmentId, state }
  })
}

function conclusionOf(viewer: Viewer, commitmentId: string): Promise<string | null> {
  if (!isUuid(commitmentId)) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const row = await tx.commitment.findUnique({
      where: { id: commitmentId },
      relationLoadStrategy: 'join',
      select: { version: { select: { conclusionId: true } } },
    })
    return row?.version.conclusionId ?? null
  })
}

function commitmentAt({ conclusion, loaded }: Held, place: number): Commitment | null {
  const row = loaded.rows.versions[0]?.commitments[place]
  const adopted = conclusion.state === 'adopted' || conclusion.state === 'superseded'
  if (!adopted || row === undefined || row.partyId === null || row.dueOn === null) return null
  const { id, what, partyId, personId, stateReason: reason } = row
  const state = oneOf(commitmentStates, row.state)
  const replaced = conclusion.state === 'superseded'
  return { id, what, partyId, personId, dueOn: plainDate(row.dueOn), state, reason, replaced }
}

/** The commitment as it is from now on. */
async function save({ tx, loaded, actor, now }: Held, commitment: Commitment, event: CommitmentEvent, place: number) {
  const { id, what, partyId, state } = commitment
  const next = evolveCommitment(commitment, event)
  const { count } = await tx.commitment.updateMany({
    where: { id, state },
    data: { state: next.state, stateReason: next.reason, stateById: event.byPersonId, stateAt: event.at },
  })
  if (count !== 1) throw new Error('A commitment changed although its conclusion was locked.')
  const { groupId, meetingId, ...subject } = subjectOf(loaded)
  const names = await readNames(tx, [actor.personId], [partyId])
  const by = { person: names.person(actor.personId), party: names.party(partyId) }
  const conclusion = { id: subject.id, kind: subject.kind, title: subject.title, item: subject.item }
  const told = { conclusion, by, place, what }
  const reason = event.reason ?? ''
  const entry =
    event.type === 'done'
      ? ({ kind: 'commitment-done', ...told } as const)
      : ({ kind: `commitment-${event.type}`, ...told, reason } as const)
  await append(tx, { groupId, meetingId }, [entry], now)
  return next
}
