/**
 * Two groups in which everything that decides over sight is drawn by chance, also what no act would make: parties that left or came
 * later, heads that were installed, offices that wait or have ended, seats for a party that somebody has left, texts that are limited,
 * bilaterals that were only proposed. The rows alone: nothing here was said, done or recorded.
 */
import { randomUUID } from 'node:crypto'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { offices } from '#domain/meeting/participant.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { editionStates } from '#domain/text/edition.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import type { Chance } from './chance.ts'

type Rows<Input> = readonly (Input & { id: string })[]

/** The people of a world, and the ids of its groups. */
export interface DrawnWorld {
  readonly personIds: readonly string[]
  readonly groupIds: readonly string[]
}

const id = () => randomUUID()
const many = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** Writes a world. */
export async function drawWorld(tx: Tx, chance: Chance): Promise<DrawnWorld> {
  const personIds = many(9).map(id)
  await tx.person.createMany({
    data: personIds.map((one) => ({ id: one, name: 'Ada', email: `${one}@river.invalid` })),
  })
  const groups = many(2).map(() => ({ id: id(), name: 'River council', timeZone: 'Europe/Lisbon' }))
  await tx.group.createMany({ data: groups })
  for (const { id: groupId } of groups) await drawGroup(tx, chance, { groupId, personIds })
  return { personIds, groupIds: groups.map((group) => group.id) }
}

interface Within {
  readonly groupId: string
  readonly personIds: readonly string[]
}

async function drawGroup(tx: Tx, chance: Chance, within: Within): Promise<void> {
  const { groupId, personIds } = within
  await tx.organizer.createMany({
    data: chance.some(personIds, 0.25).map((personId) => ({ groupId, personId, removedAt: removed(chance) })),
  })
  const parties = many(4).map((n) => ({ id: id(), groupId, name: `P${n}`, shortName: `P${n}`, timeZone: 'UTC' }))
  await tx.party.createMany({ data: parties.map((party) => ({ ...party, leftAt: removed(chance) })) })
  const partyIds = parties.map((party) => party.id)
  await tx.partyMember.createMany({
    data: partyIds.flatMap((partyId) =>
      chance.some(personIds, 0.35).map((personId) => ({
        groupId,
        partyId,
        personId,
        role: chance.one(partyRoles),
        since: chance.instant(),
        seesFrom: chance.maybe(0.25, () => chance.instant()),
        removedAt: removed(chance),
      })),
    ),
  })
  await tx.groupEvent.createMany({
    data: many(6).map(() => ({
      groupId,
      partyId: chance.maybe(0.7, () => chance.one(partyIds)),
      kind: 'joined',
      at: chance.instant(),
    })),
  })
  const editionIds = await drawTexts(tx, chance, within, partyIds)
  const meetingIds = await drawMeetings(tx, chance, within, partyIds)
  await tx.assignment.createMany({
    data: many(10).map(() => ({
      groupId,
      meetingId: chance.maybe(0.5, () => chance.one(meetingIds)),
      editionId: chance.one(editionIds),
      kind: 'read',
      partyId: chance.one(partyIds),
      personId: chance.maybe(0.4, () => chance.one(personIds)),
      byPartyId: chance.maybe(0.5, () => chance.one(partyIds)),
      createdById: chance.one(personIds),
      createdAt: chance.instant(),
    })),
  })
}

function removed(chance: Chance): Date | null {
  return chance.maybe(0.15, () => chance.instant())
}

async function drawTexts(
  tx: Tx,
  chance: Chance,
  { groupId, personIds }: Within,
  partyIds: readonly string[],
): Promise<readonly string[]> {
  const createdById = chance.one(personIds)
  const texts = many(4).map(() => ({ id: id(), groupId, title: 'Charter', createdById }))
  const editions = texts.flatMap(({ id: textId }) =>
    many(2).map((number) => ({ id: id(), groupId, textId, number, state: chance.one(editionStates), createdById })),
  )
  await tx.text.createMany({ data: texts })
  await tx.edition.createMany({ data: editions })
  await tx.textParty.createMany({
    data: chance
      .some(texts, 0.6)
      .flatMap((text) => chance.some(partyIds, 0.5).map((partyId) => ({ textId: text.id, partyId, groupId }))),
  })
  return editions.map((edition) => edition.id)
}

async function drawMeetings(
  tx: Tx,
  chance: Chance,
  within: Within,
  partyIds: readonly string[],
): Promise<readonly string[]> {
  const { groupId, personIds } = within
  const meetings = many(9).map(() => {
    const kind = chance.one(meetingKinds)
    return {
      id: id(),
      groupId,
      kind,
      title: 'Meeting',
      timeZone: 'UTC',
      state: chance.one(meetingStates),
      createdById: chance.one(personIds),
      createdAt: chance.instant(),
      openedAt: chance.maybe(0.5, () => chance.instant()),
      sharesAgendaTitles: chance.is(0.5),
      proposedByPartyId: kind === 'bilateral' ? chance.maybe(0.6, () => chance.one(partyIds)) : null,
    }
  })
  await tx.meeting.createMany({ data: meetings })
  for (const meeting of meetings) await drawPeople(tx, chance, within, { meetingId: meeting.id, partyIds })
  await tx.timeProposal.createMany({
    data: chance.some(meetings, 0.5).flatMap(({ id: meetingId, proposedByPartyId }) =>
      proposedByPartyId === null
        ? []
        : {
            groupId,
            meetingId,
            partyId: proposedByPartyId,
            byPersonId: chance.one(personIds),
            startsAt: chance.instant(),
            durationMinutes: 60,
            timeZone: 'UTC',
            answer: chance.one(['waiting', 'accepted', 'declined']),
          },
    ),
  })
  for (const meeting of meetings) await drawConclusions(tx, chance, within, { meetingId: meeting.id, partyIds })
  return meetings.map((meeting) => meeting.id)
}

interface InMeeting {
  readonly meetingId: string
  readonly partyIds: readonly string[]
}

async function drawPeople(
  tx: Tx,
  chance: Chance,
  { groupId, personIds }: Within,
  { meetingId, partyIds }: InMeeting,
): Promise<void> {
  const here = { groupId, meetingId }
  await tx.meetingParty.createMany({
    data: chance.some(partyIds, 0.6).map((partyId) => ({
      ...here,
      partyId,
      leftAt: chance.maybe(0.35, () => chance.instant()),
      seesFrom: chance.maybe(0.3, () => chance.instant()),
    })),
  })
  await tx.seat.createMany({
    data: chance.some(personIds, 0.3).map((personId) => ({ ...here, personId, partyId: chance.one(partyIds) })),
  })
  await tx.meetingOffice.createMany({
    data: chance.some(personIds, 0.2).flatMap((personId) =>
      chance.some(offices, 0.5).map((office) => ({
        ...here,
        personId,
        office,
        appointedById: personId,
        activeFrom: chance.maybe(0.6, () => chance.instant()),
        endedAt: chance.maybe(0.3, () => chance.instant()),
      })),
    ),
  })
}

/** States that need a version that was put, and those in which it came to an end. */
const putStates = ['put', 'ad-referendum', 'adopted', 'superseded', 'declined', 'lapsed']
const endedStates = ['declined', 'lapsed', 'withdrawn', 'diverged']
const draftedStates = ['draft', ...putStates.filter((state) => state !== 'superseded'), 'withdrawn', 'diverged']

async function drawConclusions(
  tx: Tx,
  chance: Chance,
  { groupId, personIds }: Within,
  { meetingId, partyIds }: InMeeting,
): Promise<void> {
  const createdById = chance.one(personIds)
  const drawn = many(4).map(() => {
    const kind = chance.one(['common-position', 'resolution', 'record', 'divergence'])
    const state = kind === 'divergence' ? 'recorded' : chance.one(draftedStates)
    return { id: id(), kind, state, current: 1 + chance.below(2), createdAt: chance.instant() }
  })
  const origin = drawn.find(({ kind }) => kind !== 'divergence')
  const listed = drawn.filter(({ kind }) => kind !== 'divergence' || origin !== undefined)
  const base = { groupId, meetingId, title: 'Conclusion', createdById }
  await tx.conclusion.createMany({
    data: listed.map(({ id: one, kind, createdAt, current }) => {
      const originId = kind === 'divergence' ? (origin?.id ?? null) : null
      return { ...base, id: one, kind, createdAt, currentVersion: current, originId }
    }),
  })
  const versions: Rows<Prisma.ConclusionVersionCreateManyInput> = listed
    .filter(({ kind }) => kind !== 'divergence')
    .flatMap(({ id: conclusionId, state, current }) =>
      many(current).map((n) => ({
        id: id(),
        groupId,
        conclusionId,
        number: n + 1,
        wording: 'Words',
        createdById,
        createdAt: chance.instant(),
        ...putting(chance, putStates.includes(state) && n + 1 === current, createdById),
      })),
    )
  await tx.conclusionVersion.createMany({ data: [...versions] })
  await tx.decider.createMany({
    data: versions.flatMap(({ id: versionId }) =>
      chance.some(partyIds, 0.5).map((partyId) => ({ groupId, versionId, partyId })),
    ),
  })
  await tx.divergenceSide.createMany({
    data: listed.flatMap(({ id: conclusionId, kind }) =>
      chance.some(kind === 'divergence' ? partyIds : [], 0.5).map((partyId) => ({ groupId, conclusionId, partyId })),
    ),
  })
  for (const { id: one, state } of listed) {
    const adopted = { adoptedAt: chance.instant(), adoptedVersion: 1, contentHash: '0'.repeat(64) }
    const ended = { endedAt: chance.instant(), endReason: 'Why' }
    await tx.conclusion.update({
      where: { id: one },
      data: {
        state,
        sharedWith: chance.one(['parties', 'group']),
        ...(state === 'adopted' ? adopted : endedStates.includes(state) ? ended : {}),
      },
    })
  }
}

function putting(chance: Chance, mustBePut: boolean, byId: string) {
  if (!mustBePut && chance.is(0.5)) return {}
  const put = { putAt: chance.instant(), putById: byId }
  if (chance.is(0.75)) return put
  return { ...put, takenBackAt: chance.instant(), takenBackById: byId, takenBackReason: 'One word' }
}
