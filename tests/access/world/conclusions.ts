import { contentHashOf, recordRows } from '#tests/setup/record-of-rows.ts'
import { type Actor, IN_BILATERAL, IN_GROUP } from '../actors.ts'
import { day, inTime, type Place } from './place.ts'

interface Where {
  readonly meetingId: string
  readonly itemId: string
  readonly editionId: string
}

type State = 'draft' | 'put' | 'ad-referendum' | 'adopted' | 'declined'

/** Conclusions of the bilateral in the states that matter, and a divergence with both sides' words. */
export async function makeConclusions(place: Place, where: Where) {
  const inside = IN_BILATERAL
  const draft = await makeConclusion(place, where, { name: 'draft', state: 'draft', readers: inside })
  const put = await makeConclusion(place, where, { name: 'put', state: 'put', readers: inside })
  const awaited = await makeConclusion(place, where, { name: 'awaited', state: 'ad-referendum', readers: inside })
  const declined = await makeConclusion(place, where, { name: 'declined', state: 'declined', readers: inside })
  const adopted = await makeConclusion(place, where, { name: 'adopted', state: 'adopted', readers: inside })
  const shared = { name: 'shared', state: 'adopted', readers: IN_GROUP, sharedWith: 'group' } as const
  const open = await makeConclusion(place, where, shared)
  const divergenceId = await makeDivergence(place, where, declined.conclusionId)
  return {
    draftId: draft.conclusionId,
    putId: put.conclusionId,
    awaitedId: awaited.conclusionId,
    declinedId: declined.conclusionId,
    adoptedId: adopted.conclusionId,
    sharedId: open.conclusionId,
    divergenceId,
    draftCommitmentId: draft.commitmentId,
    commitmentId: adopted.commitmentId,
    sharedCommitmentId: open.commitmentId,
  }
}

interface Wanted {
  readonly name: string
  readonly state: State
  /** Who reads the wording that counts; how it came about is for those of the meeting alone. */
  readonly readers: readonly Actor[]
  readonly sharedWith?: 'group'
  /** Those of the meeting, who read how it came about; those of the bilateral unless told. */
  readonly inside?: readonly Actor[]
  /** The parties that decided besides the two; they consented. */
  readonly also?: readonly (readonly [string, Actor])[]
}

/** Two versions: the first was put and taken back; the second is in the state that is wanted. */
export async function makeConclusion(
  place: Place,
  { meetingId, itemId, editionId }: Where,
  { name, state, readers, sharedWith, inside = IN_BILATERAL, also = [] }: Wanted,
): Promise<{ conclusionId: string; commitmentId: string }> {
  const { tx, groupId, hide, person, ownId, otherId } = place
  const createdById = person('head')
  const at = new Date()
  const ended = state === 'declined' ? { endedAt: at, endReason: hide(`${name}-end`, inside) } : {}
  const { id: conclusionId } = await tx.conclusion.create({
    data: {
      groupId,
      meetingId,
      itemId,
      kind: 'cooperation',
      title: hide(`${name}-title`, readers),
      state: 'draft',
      currentVersion: 2,
      createdById,
      createdByPartyId: ownId,
    },
  })
  const first = { groupId, conclusionId, number: 1, createdById, createdAt: at, putAt: at, putById: createdById }
  const back = {
    takenBackAt: at,
    takenBackById: createdById,
    takenBackReason: hide(`${name}-back`, inside),
  }
  const before = await tx.conclusionVersion.create({
    data: { ...first, ...back, wording: hide(`${name}-first-wording`, inside) },
  })
  await decide(place, before.id, at, [
    { partyId: otherId, by: 'other-party', kind: 'object', reason: hide(`${name}-objection`, inside) },
    { partyId: ownId, by: 'head', kind: 'consent', reason: null },
  ])
  const putting = state === 'draft' ? {} : { putAt: at, putById: createdById }
  const version = await tx.conclusionVersion.create({
    data: {
      groupId,
      conclusionId,
      number: 2,
      wording: hide(`${name}-wording`, readers),
      createdById,
      createdAt: at,
      ...putting,
    },
  })
  await tx.citation.create({ data: { groupId, editionId, firstOrdinal: 2, lastOrdinal: 2, versionId: version.id } })
  const commitment = await tx.commitment.create({
    data: {
      groupId,
      versionId: version.id,
      place: 0,
      what: hide(`${name}-commitment`, readers),
      partyId: ownId,
      dueOn: new Date('2090-01-31'),
      state: state === 'adopted' ? 'open' : 'proposed',
      // What is shared of a commitment says how it goes.
      ...(state === 'adopted' ? { stateReason: hide(`${name}-commitment-reason`, readers) } : {}),
    },
  })
  const others = also.map(([partyId, by]): Answered => ({ partyId, by, kind: 'consent', reason: null }))
  await decide(place, version.id, at, [...answersIn(place, name, state, inside), ...others])
  const contentHash = await contentHashOf(tx, conclusionId)
  const adopted = { adoptedAt: at, adoptedVersion: 2, contentHash }
  await tx.conclusion.update({
    where: { id: conclusionId },
    data: { state, sharedWith: sharedWith ?? 'parties', ...ended, ...(state === 'adopted' ? adopted : {}) },
  })
  await recordRows(tx, conclusionId, { at, personId: createdById, partyId: ownId })
  return { conclusionId, commitmentId: commitment.id }
}

interface Answered {
  readonly partyId: string
  readonly by: Actor
  readonly kind: string
  readonly reason: string | null
  /** Its principals said no. */
  readonly declines?: boolean
}

/** Put: the other party has consented with a reservation, and the own one is asked. */
function answersIn(
  { hide, ownId, otherId }: Place,
  name: string,
  state: State,
  inside: readonly Actor[],
): readonly (Answered | string)[] {
  if (state === 'draft') return []
  const reason = hide(`${name}-reservation`, inside)
  const reserved = { partyId: otherId, by: 'other-party', kind: 'consent-with-reservation', reason } as const
  if (state === 'put') return [reserved, ownId]
  const kind = state === 'adopted' ? 'consent' : 'ad-referendum'
  return [reserved, { partyId: ownId, by: 'head', kind, reason: null, declines: state === 'declined' }]
}

/** The deciders of a version, with those of their answers that there are. */
async function decide(
  { tx, groupId, person }: Place,
  versionId: string,
  at: Date,
  answers: readonly (Answered | string)[],
): Promise<void> {
  for (const answer of answers) {
    const partyId = typeof answer === 'string' ? answer : answer.partyId
    const decider = await tx.decider.create({ data: { groupId, versionId, partyId } })
    if (typeof answer === 'string') continue
    const { by, kind, reason } = answer
    const method = { signInMethod: 'mail-link', givenAt: at }
    const given = { groupId, deciderId: decider.id, kind, reason, givenById: person(by), ...method }
    const until = kind === 'ad-referendum' ? { referendumBy: inTime(30 * day) } : {}
    const word = answer.declines
      ? {
          principals: 'declined',
          principalsById: person(by),
          principalsSignInMethod: 'mail-link',
          principalsAt: at,
        }
      : {}
    await tx.stance.create({ data: { ...given, ...until, ...word } })
  }
}

async function makeDivergence(place: Place, { meetingId, itemId }: Where, originId: string): Promise<string> {
  const { tx, groupId, hide, person, ownId, otherId } = place
  const { id: conclusionId } = await tx.conclusion.create({
    data: {
      groupId,
      meetingId,
      itemId,
      kind: 'divergence',
      state: 'recorded',
      title: hide('divergence-title', IN_BILATERAL),
      createdById: person('head'),
      originId,
    },
  })
  const side = (partyId: string, by: Actor, words: string) => {
    return { groupId, conclusionId, partyId, words, writtenById: person(by), writtenAt: new Date() }
  }
  await tx.divergenceSide.createMany({
    data: [
      side(ownId, 'head', hide('own-words', IN_BILATERAL)),
      side(otherId, 'other-party', hide('other-words', IN_BILATERAL)),
    ],
  })
  await recordRows(tx, conclusionId, { at: new Date(), personId: person('head'), partyId: ownId })
  return conclusionId
}
