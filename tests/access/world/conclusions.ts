import { contentHashOf, recordReopenings, recordRows } from '#tests/setup/record-of-rows.ts'
import type { Actor } from '../actors.ts'
import { makeDivergence } from './divergence.ts'
import { made, type Place } from './place.ts'

export interface Where {
  readonly meetingId: string
  readonly itemId: string | null
  readonly editionId: string
}

type State = 'draft' | 'put' | 'ad-referendum' | 'adopted' | 'declined'

/** Conclusions of the bilateral in the states that matter, and a divergence with both sides' words. */
export async function makeConclusions(place: Place, where: Where) {
  const draft = await makeConclusion(place, where, { name: 'draft', state: 'draft' })
  const put = await makeConclusion(place, where, { name: 'put', state: 'put' })
  const awaited = await makeConclusion(place, where, { name: 'awaited', state: 'ad-referendum' })
  const declined = await makeConclusion(place, where, { name: 'declined', state: 'declined' })
  const adopted = await makeConclusion(place, where, { name: 'adopted', state: 'adopted' })
  const open = await makeConclusion(place, where, { name: 'shared', state: 'adopted', sharedWith: 'group' })
  return {
    draftId: draft?.conclusionId,
    putId: put?.conclusionId,
    awaitedId: awaited?.conclusionId,
    declinedId: declined?.conclusionId,
    adoptedId: adopted?.conclusionId,
    sharedId: open?.conclusionId,
    divergenceId: await makeDivergence(place, where, declined?.conclusionId ?? null),
    draftCommitmentId: draft?.commitmentId,
    commitmentId: adopted?.commitmentId,
    sharedCommitmentId: open?.commitmentId,
  }
}

interface Wanted {
  readonly name: string
  readonly state: State
  readonly sharedWith?: 'group'
  /** The parties that decided besides the two; they consented. */
  readonly also?: readonly (readonly [string, Actor])[]
}

interface MadeConclusion {
  readonly conclusionId: string
  readonly commitmentId: string
}

/**
 * Two versions: the first was put and taken back; the second is in the state that is wanted. Where it may not be known how it came about,
 * it has one version, on which everybody consented. Null: this world has no such conclusion.
 */
export async function makeConclusion(place: Place, where: Where, wanted: Wanted): Promise<MadeConclusion | null> {
  const { tx, groupId, hide, person, ownId } = place
  const { name, state, sharedWith = 'parties', also = [] } = wanted
  if (!hide.has(`${name}-title`)) return null
  const { meetingId, itemId, editionId } = where
  const number = hide.has(`${name}-first-wording`) ? 2 : 1
  const by = { createdById: person('head'), createdAt: made }
  const title = hide.word(`${name}-title`)
  const of = { groupId, meetingId, itemId, kind: 'cooperation', title, state: 'draft', ...by, createdByPartyId: ownId }
  const { id: conclusionId } = await tx.conclusion.create({ data: { ...of, currentVersion: number } })
  if (number === 2) await makeFirst(place, name, conclusionId)
  const putting =
    state === 'draft'
      ? {}
      : { putAt: hide.time(`${name}-put-at`, 'past'), putById: await hide.person(`${name}-put-by`) }
  const wording = hide.word(`${name}-wording`)
  const version = await tx.conclusionVersion.create({
    data: { groupId, conclusionId, number, wording, ...by, ...putting },
  })
  await tx.citation.create({ data: { groupId, editionId, firstOrdinal: 2, lastOrdinal: 2, citingId: version.id } })
  const commitmentId = await promise(place, name, version.id, state)
  await answerAll(place, wanted, version.id)
  for (const [partyId, actor] of also)
    await answer(place, version.id, partyId, { kind: 'consent', givenById: person(actor), givenAt: made })
  await tx.conclusion.update({
    where: { id: conclusionId },
    data: { state, sharedWith, ...(await endOf(place, wanted, { conclusionId, number })) },
  })
  await recordRows(tx, conclusionId, { personId: by.createdById, partyId: ownId })
  if (state === 'adopted') await recordReopenings(tx, conclusionId, { personId: by.createdById, partyId: ownId })
  return { conclusionId, commitmentId }
}

interface Ending {
  readonly conclusionId: string
  readonly number: number
}

async function endOf({ tx, hide }: Place, { name, state }: Wanted, { conclusionId, number }: Ending) {
  if (state === 'adopted') {
    const contentHash = await contentHashOf(tx, conclusionId)
    return { adoptedAt: hide.time(`${name}-adopted-at`, 'past'), adoptedVersion: number, contentHash }
  }
  if (state !== 'declined') return {}
  return { endedAt: hide.time(`${name}-ended-at`, 'past'), endReason: hide.word(`${name}-ending`) }
}

async function makeFirst(place: Place, name: string, conclusionId: string): Promise<void> {
  const { tx, groupId, hide, person, ownId, otherId } = place
  const by = person('head')
  const { id } = await tx.conclusionVersion.create({
    data: {
      groupId,
      conclusionId,
      number: 1,
      createdById: by,
      createdAt: made,
      putAt: made,
      putById: by,
      takenBackAt: hide.time(`${name}-back-at`, 'past'),
      takenBackById: await hide.person(`${name}-back-by`),
      takenBackReason: hide.word(`${name}-back`),
      wording: hide.word(`${name}-first-wording`),
    },
  })
  await answer(place, id, otherId, {
    kind: 'object',
    reason: hide.word(`${name}-objection`),
    givenById: await hide.person(`${name}-objection-by`),
    givenAt: hide.time(`${name}-objection-at`, 'past'),
  })
  await answer(place, id, ownId, { kind: 'consent', givenById: by, givenAt: made })
}

/** Who does what by when, as it is worded. */
async function promise(
  { tx, groupId, hide, ownId }: Place,
  name: string,
  versionId: string,
  state: State,
): Promise<string> {
  const adopted = state === 'adopted'
  const { id } = await tx.commitment.create({
    data: {
      groupId,
      versionId,
      place: 0,
      what: hide.word(`${name}-commitment`),
      partyId: ownId,
      dueOn: hide.time(`${name}-commitment-due`, 'future'),
      state: adopted ? 'open' : 'proposed',
      // What is shared of a commitment says how it goes.
      ...(adopted ? { stateReason: hide.word(`${name}-commitment-reason`) } : {}),
    },
  })
  return id
}

/** Put: the other party has consented with a reservation, and the own one is asked. Later states have both answers. */
async function answerAll(place: Place, { name, state }: Wanted, versionId: string): Promise<void> {
  const { hide, ownId, otherId } = place
  if (state === 'draft') return
  const known = hide.has(`${name}-reservation`)
  const reason = hide.word(`${name}-reservation`)
  await answer(place, versionId, otherId, {
    ...(known ? { kind: 'consent-with-reservation', reason } : { kind: 'consent' }),
    givenById: await hide.person(`${name}-reservation-by`),
    givenAt: hide.time(`${name}-reservation-at`, 'past'),
    signInMethod: known ? 'start-up-link' : 'mail-link',
  })
  const given = {
    givenById: await hide.person(`${name}-answer-by`),
    givenAt: hide.time(`${name}-answer-at`, 'past'),
  }
  if (state === 'put') return answer(place, versionId, ownId, null)
  if (state === 'adopted') return answer(place, versionId, ownId, { kind: 'consent', ...given })
  const referendumBy = hide.time(`${name}-principals-until`, 'future')
  const declined = { principals: 'declined', principalsSignInMethod: 'mail-link' }
  await answer(place, versionId, ownId, {
    ...given,
    kind: 'ad-referendum',
    referendumBy,
    ...(state === 'declined' ? { ...declined, ...(await principalsWord(place, name)) } : {}),
  })
}

/** Their no ends it. */
async function principalsWord({ hide }: Place, name: string) {
  return {
    principalsById: await hide.person(`${name}-principals-by`),
    principalsAt: hide.time(`${name}-ended-at`, 'past'),
  }
}

interface Answered {
  readonly kind: string
  readonly givenById: string
  readonly reason?: string
  readonly signInMethod?: string
  readonly givenAt?: Date
  readonly referendumBy?: Date
}

/** A decider of a version, with its answer; null: it is asked. */
async function answer(
  { tx, groupId }: Place,
  versionId: string,
  partyId: string,
  given: Answered | null,
): Promise<void> {
  const { id: deciderId } = await tx.decider.create({ data: { groupId, versionId, partyId } })
  if (given !== null) await tx.stance.create({ data: { groupId, deciderId, signInMethod: 'mail-link', ...given } })
}
