import type { RecordEntry } from '#domain/record/entry.ts'
import { append } from '#lib/record/append.ts'
import { contentHashOf, recordRows } from '#tests/setup/record-of-rows.ts'
import { type Actor, IN_GROUP } from '../actors.ts'
import type { Made } from './meeting.ts'
import type { Place } from './place.ts'

/** What somebody wrote under an item, as the record tells it. */
export function note(place: Place, itemId: string, text: string): RecordEntry {
  return { kind: 'note-written', by: actor(place), item: { id: itemId, title: 'Levels' }, text }
}

export function actor({ person, ownId }: Place) {
  return { person: { id: person('head'), name: 'Hal Birch' }, party: { id: ownId, name: 'Alder' } }
}

/** The record of a meeting, of one entry. */
export async function makeRecord(
  place: Place,
  { meetingId, itemId }: Made,
  name: string,
  readers: readonly Actor[],
): Promise<void> {
  const { tx, groupId, hide } = place
  await append(tx, { groupId, meetingId }, [note(place, itemId, hide(`${name}-entry`, readers))], new Date())
}

/** Agreed minutes that both parties share with the group; what was recorded after them stays theirs. */
export async function makeSharedRecord(place: Place, meeting: Made, pair: readonly Actor[]): Promise<string> {
  const { tx, groupId, hide, person, ownId, otherId } = place
  const { meetingId, itemId } = meeting
  const entry = note(place, itemId, hide('minuted', IN_GROUP))
  const head = await append(tx, { groupId, meetingId }, [entry], new Date())
  const at = new Date()
  const made = { createdById: person('head'), createdAt: at }
  const { id: conclusionId } = await tx.conclusion.create({
    data: { groupId, meetingId, kind: 'record', title: hide('minutes-title', IN_GROUP), state: 'draft', ...made },
  })
  const version = await tx.conclusionVersion.create({
    data: {
      groupId,
      conclusionId,
      number: 1,
      wording: `# ${hide('minutes', IN_GROUP)}`,
      headSequence: head.sequence,
      headHash: head.hash,
      putAt: at,
      putById: person('head'),
      ...made,
    },
  })
  for (const [partyId, by] of [
    [ownId, 'head'],
    [otherId, 'other-party'],
  ] as const) {
    const decider = await tx.decider.create({ data: { groupId, versionId: version.id, partyId } })
    await tx.stance.create({
      data: {
        groupId,
        deciderId: decider.id,
        kind: 'consent-with-reservation',
        reason: hide(`minutes-reservation-${by}`, pair),
        givenById: person(by),
        signInMethod: 'mail-link',
        givenAt: at,
      },
    })
    await tx.sharingConsent.create({ data: { groupId, conclusionId, partyId, agreedById: person(by) } })
  }
  await tx.conclusion.update({
    where: { id: conclusionId },
    data: {
      state: 'adopted',
      adoptedAt: at,
      adoptedVersion: 1,
      contentHash: await contentHashOf(tx, conclusionId),
      sharedWith: 'group',
    },
  })
  await recordRows(tx, conclusionId, { at, personId: person('head'), partyId: ownId })
  await append(tx, { groupId, meetingId }, [note(place, itemId, hide('annex', pair))], new Date())
  return conclusionId
}
