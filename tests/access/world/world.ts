import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'
import type { Actor } from '../actors.ts'
import { type Canaries, type Hide, hiding } from './canaries.ts'
import { makeConclusions } from './conclusions.ts'
import { makeAffairs } from './group.ts'
import { makeLeft } from './left.ts'
import { makeBilaterals, makeClosed, makeMultilaterals, makeStudy } from './meetings.ts'
import { makePeople, present, type Viewers } from './people.ts'
import type { Place } from './place.ts'
import { makeHomework } from './preparation.ts'
import { makeRecord, makeSharedRecord } from './records.ts'
import { makeTexts } from './texts.ts'
import { timeless } from './timeless.ts'

/** One group in which every private thing exists, each with a mark of its own. */
export interface World {
  readonly viewers: Viewers
  /** Ids by the names that paths use, e.g. `bilateralId`; a twin lacks those of things that it does not have. */
  readonly ids: Readonly<Record<string, string>>
  readonly canaries: Canaries
}

/** All of one length: in nothing that a page holds does one world differ by its number. */
let count = 100

/**
 * Makes the world anew: what one probe changes, the next does not see. With `twinOf` it is the same for this actor, and what they may
 * not see is not there, or is other than it is.
 */
export async function makeWorld({ twinOf = null }: { twinOf?: Actor | null } = {}): Promise<World> {
  count += 1
  const { hide: hideIn, canaries } = hiding(count, twinOf)
  const began = new Date()
  const marks = await asSystem('test', async (tx) => hideIn(tx))
  const viewers = await makePeople(count, marks.word)
  const organizer = present(viewers.organizer)
  const groupId = await groupOf(organizer, { name: `River council ${count}` })
  const of = (actor: Actor) => present(viewers[actor])
  const past = marks.has('party-history') || twinOf === 'removed-member'
  const ownId = await partyOf(groupId, 'Alder', [
    [of('head'), 'head'],
    [of('installed-head'), 'head'],
    [of('delegate'), 'delegate'],
    [of('observer'), 'observer'],
    ...(past ? ([[of('removed-member'), 'delegate']] as const) : []),
  ])
  const otherId = await partyOf(groupId, 'Birch', [[of('other-party'), 'head']])
  const thirdId = await partyOf(groupId, 'Cedar', [[of('third-party'), 'head']])
  const leftId = await partyOf(groupId, 'Fir', [[of('left-party'), 'head']])
  const vacantId = await partyOf(groupId, 'Dogwood')
  const parties = { groupId, ownId, otherId, thirdId, leftId }
  const ids = await asSystem(
    'test',
    async (tx) => {
      const things = await fill({ tx, hide: hideIn(tx), ...parties, person: (actor) => of(actor).personId })
      await changeMembers(tx, of('removed-member').personId, of('installed-head').personId)
      return things
    },
    { write: true, timeoutMs: 60_000 },
  )
  await timeless(groupId, began)
  const all = { ...parties, vacantId, headEmail: emailOf(marks), ...ids, ...(await makeElsewhere(marks)) }
  return { viewers, ids: { ...known(all), ...personIds(viewers) }, canaries }
}

const emailOf = (marks: Hide) => `${marks.word('head-address')}@river.invalid`

async function changeMembers(tx: Tx, removedId: string, installedId: string): Promise<void> {
  await tx.partyMember.updateMany({ where: { personId: removedId }, data: { removedAt: new Date() } })
  await tx.partyMember.updateMany({ where: { personId: installedId }, data: { seesFrom: new Date() } })
}

/** What this world has of them. */
function known(ids: Readonly<Record<string, string | null | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => (id ? [[name, id]] : [])))
}

async function fill(place: Place) {
  const texts = await makeTexts(place)
  const { editionId } = texts
  // Whoever may not read the text of the group is of no group.
  if (editionId === null) return { ...(await makeAffairs(place)) }
  const bilaterals = await makeBilaterals(place, editionId)
  const multilaterals = await makeMultilaterals(place, editionId)
  const study = await makeStudy(place, editionId)
  const { closed, agreed } = await makeClosed(place, editionId)
  const { bilateralId, itemId = null } = bilaterals
  const left = await makeLeft(place, editionId)
  const weir = bilateralId === undefined ? null : { meetingId: bilateralId, itemId }
  // First, for the first page of its entries holds fifty.
  await makeRecord(place, weir, 'weir')
  const conclusions = weir === null ? {} : await makeConclusions(place, { ...weir, editionId })
  const homework = await makeHomework(place, editionId, bilateralId)
  const { hallId, hallItemId = null } = multilaterals
  await makeRecord(place, closed, 'lock')
  await makeRecord(place, hallId === undefined ? null : { meetingId: hallId, itemId: hallItemId }, 'hall')
  return {
    ...texts,
    ...bilaterals,
    ...multilaterals,
    ...study,
    closedId: closed?.meetingId,
    closedItemId: closed?.itemId,
    agreedId: agreed?.meetingId,
    agreedItemId: agreed?.itemId,
    ...left,
    ...conclusions,
    ...homework,
    minutesId: agreed === null ? null : await makeSharedRecord(place, agreed),
    ...(await makeAffairs(place)),
  }
}

/** Another group, of which nobody here is. */
async function makeElsewhere(marks: Hide): Promise<Readonly<Record<string, string>>> {
  const stranger = await signedIn(marks.word('foreign-stranger'))
  const foreignGroupId = await groupOf(stranger, { name: marks.word('foreign-group') })
  return { foreignGroupId, foreignPartyId: await partyOf(foreignGroupId, marks.word('foreign-party')) }
}

/** `headPersonId`, `thirdPartyPersonId` and so on. */
function personIds(viewers: Viewers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(viewers).flatMap(([actor, viewer]) =>
      viewer === null
        ? []
        : [[`${actor.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}PersonId`, viewer.personId]],
    ),
  )
}
