import type { RecordEntry } from '#domain/record/entry.ts'
import { append } from '#store/record/append.ts'
import { contentHashOf, recordRows } from '#tests/setup/record-of-rows.ts'
import type { Actor } from '../actors.ts'
import type { Made } from './meeting.ts'
import { made, type Place } from './place.ts'

interface Told {
  readonly meetingId: string
  readonly itemId: string | null
  /** The thing that the entry is. */
  readonly thing: string
}

/** Appends what somebody wrote under an item, where this world has it. */
export async function tell(place: Place, { meetingId, itemId, thing }: Told): Promise<void> {
  const { tx, groupId, hide } = place
  if (!hide.has(thing)) return
  const person = { id: await hide.person(`${thing}-by`), name: hide.word(`${thing}-by`) }
  const by = { ...actor(place), person }
  const entry: RecordEntry = {
    kind: 'note-written',
    by,
    item: { id: itemId ?? meetingId, title: 'Levels' },
    text: hide.word(thing),
  }
  const at = thing === 'mill-entry' ? made : hide.time(`${thing}-at`, 'past')
  await append(tx, { groupId, meetingId }, [entry], at)
}

export function actor({ person, ownId }: Place) {
  return { person: { id: person('head'), name: 'Hal Birch' }, party: { id: ownId, name: 'Alder' } }
}

/** The record of a meeting, of one entry. */
export async function makeRecord(place: Place, meeting: Made | null, name: string): Promise<void> {
  if (meeting !== null) await tell(place, { ...meeting, thing: `${name}-entry` })
}

/** Agreed minutes that both parties share with the group; what was recorded after them stays theirs. */
export async function makeSharedRecord(place: Place, meeting: Made): Promise<string> {
  const { tx, groupId, hide, person, ownId, otherId } = place
  const { meetingId } = meeting
  await tell(place, { ...meeting, thing: 'mill-entry' })
  const head = await tx.recordHead.findUniqueOrThrow({ where: { meetingId } })
  const by = { createdById: person('head'), createdAt: made }
  const title = hide.word('minutes-title')
  const { id: conclusionId } = await tx.conclusion.create({
    data: { groupId, meetingId, kind: 'record', title, state: 'draft', ...by },
  })
  const version = await tx.conclusionVersion.create({
    data: {
      groupId,
      conclusionId,
      number: 1,
      wording: `# ${hide.word('minutes-wording')}`,
      headSequence: head.sequence,
      headHash: head.hash,
      putAt: made,
      putById: await hide.person('minutes-put-by'),
      ...by,
    },
  })
  for (const [partyId, side] of [
    [ownId, 'head'],
    [otherId, 'other'],
  ] as const)
    await agree(place, { conclusionId, versionId: version.id, partyId, side })
  const contentHash = await contentHashOf(tx, conclusionId)
  const adopted = { state: 'adopted', adoptedAt: made, adoptedVersion: 1, contentHash }
  await tx.conclusion.update({ where: { id: conclusionId }, data: { ...adopted, sharedWith: 'group' } })
  await recordRows(tx, conclusionId, { personId: person('head'), partyId: ownId })
  await tell(place, { ...meeting, thing: 'mill-annex' })
  return conclusionId
}

interface Agreeing {
  readonly conclusionId: string
  readonly versionId: string
  readonly partyId: string
  readonly side: 'head' | 'other'
}

/** One party's consent to the minutes, with a reservation, and to their being shared. */
async function agree(place: Place, { conclusionId, versionId, partyId, side }: Agreeing): Promise<void> {
  const { tx, groupId, hide, person } = place
  const decider = await tx.decider.create({ data: { groupId, versionId, partyId } })
  const thing = `minutes-reservation-${side}`
  const reason = hide.word(thing)
  await tx.stance.create({
    data: {
      groupId,
      deciderId: decider.id,
      ...(hide.has(thing) ? { kind: 'consent-with-reservation', reason } : { kind: 'consent' }),
      givenById: await hide.person(`minutes-by-${side}`),
      givenAt: hide.time(`minutes-at-${side}`, 'past'),
      signInMethod: hide.has(thing) ? 'start-up-link' : 'mail-link',
    },
  })
  const by: Actor = side === 'head' ? 'head' : 'other-party'
  await tx.sharingConsent.create({ data: { groupId, conclusionId, partyId, agreedById: person(by) } })
}
