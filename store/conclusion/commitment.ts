import {
  type Commitment,
  type CommitmentCommand,
  type CommitmentCommands,
  type CommitmentEvent,
  type CommitmentRefusals,
  commitmentDeciders,
  commitmentStates,
  evolveCommitment,
} from '#domain/commitment.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { opensConclusion } from '#store/access/contents.ts'
import { nothingId } from '#store/access/group.ts'
import type { Target } from '#store/perform.ts'
import { actor, type RecordNames } from '#store/record/named.ts'
import { roomFor } from '#store/record/room.ts'
import { type HeldConclusion, loadHeld, subjectOf } from './acts.ts'
import { findDisagreeing, type RecordDisagrees, recordDisagrees } from './agreement-of-rows.ts'
import { dateOfColumn, followedOf } from './rows.ts'
import { refOf } from './tell.ts'

/** A commitment under the lock on its conclusion. */
export interface HeldCommitment extends HeldConclusion {
  readonly commitment: Commitment
  /** Its place in the conclusion, from 0. */
  readonly place: number
}

/**
 * A commitment of an adopted conclusion. Those of versions that were not adopted are words of a draft: for following, they do
 * not exist. Refusals also `record-full`, `record-disagrees`.
 */
export function commitment<Type extends CommitmentCommand['type']>(
  id: string,
  type: Type,
): Target<
  Viewer,
  HeldCommitment,
  CommitmentCommands[Type],
  CommitmentEvent,
  CommitmentRefusals[Type] | RecordFull | RecordDisagrees
> {
  return {
    load: async (act, viewer) => {
      const select = { version: { select: { conclusionId: true } } }
      // That never changes, so it can be read before the lock.
      const row = isUuid(id)
        ? await act.tx.commitment.findUnique({ where: { id }, relationLoadStrategy: 'join', select })
        : null
      const held = await loadHeld(act, viewer, row?.version.conclusionId ?? nothingId, opensConclusion)
      if (held === null) return null
      const place = held.loaded.rows.versions[0]?.commitments.findIndex((one) => one.id === id) ?? -1
      const found = commitmentAt(held, place)
      return found && { ...held, commitment: found, place }
    },
    decide: ({ act, commitment: one }, command) => {
      const event = commitmentDeciders[type](one, command, act.now)
      return isRefusal(event) ? event : [event]
    },
    admit: async ({ act, conclusion, loaded: { rows } }, events) => {
      const { meetingId } = rows
      const later = { commitments: followedOf(rows) }
      const disagreeing = await findDisagreeing(act.tx, [{ conclusion, meetingId, later }])
      if (disagreeing.size > 0) return recordDisagrees
      return (await roomFor(act.tx, meetingId, events.map(kindOf))) ?? events
    },
    save: async ({ act: { tx }, commitment: { state, ...one } }, events) => {
      for (const event of events) {
        const next = evolveCommitment({ ...one, state }, event)
        const { count } = await tx.commitment.updateMany({
          where: { id, state },
          data: { state: next.state, stateReason: next.reason, stateById: event.byPersonId, stateAt: event.at },
        })
        if (count !== 1) throw new Error('A commitment changed although its conclusion was locked.')
      }
    },
    tell: (event, { loaded, commitment: { what, partyId }, place, actor: { group } }) => {
      const subject = subjectOf(loaded)
      const { groupId, meetingId } = subject
      const told = (names: RecordNames) => ({
        conclusion: refOf(subject),
        by: actor(names, { personId: group.personId, partyId }),
        place,
        what,
      })
      switch (event.type) {
        case 'done':
          return { record: { groupId, meetingId, say: (names) => [{ kind: 'commitment-done', ...told(names) }] } }
        case 'dropped':
        case 'reopened': {
          const kind = kindOf(event)
          const reason = event.reason ?? ''
          return { record: { groupId, meetingId, say: (names) => [{ kind, ...told(names), reason }] } }
        }
        default:
          return event.type satisfies never
      }
    },
  }
}

function kindOf<Type extends CommitmentEvent['type']>({ type }: { readonly type: Type }): `commitment-${Type}` {
  return `commitment-${type}`
}

function commitmentAt({ conclusion, loaded }: HeldConclusion, place: number): Commitment | null {
  const row = loaded.rows.versions[0]?.commitments[place]
  const adopted = conclusion.state === 'adopted' || conclusion.state === 'superseded'
  if (!adopted || row === undefined || row.partyId === null || row.dueOn === null) return null
  const { id, what, partyId, personId, stateReason: reason } = row
  const state = oneOf(commitmentStates, row.state)
  const replaced = conclusion.state === 'superseded'
  return { id, what, partyId, personId, dueOn: dateOfColumn(row.dueOn), state, reason, replaced }
}
