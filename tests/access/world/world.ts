import { asSystem } from '#lib/db/transaction.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'
import { type Actor, IN_BILATERAL } from '../actors.ts'
import { type Canary, hiding } from './canaries.ts'
import { makeConclusions } from './conclusions.ts'
import { makeAffairs } from './group.ts'
import { makeLeft } from './left.ts'
import { IN_HALL, makeBilaterals, makeClosed, makeMultilaterals, makeStudy, PAIR } from './meetings.ts'
import { addressOf, makePeople, present, type Viewers } from './people.ts'
import type { Place } from './place.ts'
import { makeHomework } from './preparation.ts'
import { makeRecord, makeSharedRecord } from './records.ts'
import { makeTexts } from './texts.ts'

/** One group in which every private thing exists, each with a word of its own. */
export interface World {
  readonly viewers: Viewers
  /** Ids by the names that paths use, e.g. `bilateralId`. */
  readonly ids: Readonly<Record<string, string>>
  readonly canaries: readonly Canary[]
}

let made = 0

/** Makes the world anew: what one probe changes, the next does not see. */
export async function makeWorld(): Promise<World> {
  made += 1
  const { viewers, canaries: addresses } = await makePeople(made)
  const organizer = present(viewers.organizer)
  const groupId = await groupOf(organizer, { name: `River council ${made}` })
  const of = (actor: Actor) => present(viewers[actor])
  const ownId = await partyOf(groupId, 'Alder', [
    [of('head'), 'head'],
    [of('installed-head'), 'head'],
    [of('delegate'), 'delegate'],
    [of('observer'), 'observer'],
    [of('removed-member'), 'delegate'],
  ])
  const otherId = await partyOf(groupId, 'Birch', [[of('other-party'), 'head']])
  const thirdId = await partyOf(groupId, 'Cedar', [[of('third-party'), 'head']])
  const leftId = await partyOf(groupId, 'Fir', [[of('left-party'), 'head']])
  const vacantId = await partyOf(groupId, 'Dogwood')
  const { hide, canaries } = hiding(made)
  const parties = { groupId, ownId, otherId, thirdId, leftId }
  const ids = await asSystem(
    'test',
    async (tx) => {
      const things = await fill({ tx, hide, ...parties, person: (actor) => of(actor).personId })
      await tx.partyMember.updateMany({
        where: { personId: of('removed-member').personId },
        data: { removedAt: new Date() },
      })
      await tx.partyMember.updateMany({
        where: { personId: of('installed-head').personId },
        data: { seesFrom: new Date() },
      })
      return things
    },
    { write: true },
  )
  const elsewhere = await makeElsewhere(hide)
  return {
    viewers,
    ids: { ...parties, vacantId, headEmail: addressOf('head', made), ...ids, ...elsewhere, ...personIds(viewers) },
    canaries: [...addresses, ...canaries],
  }
}

async function fill(place: Place) {
  const texts = await makeTexts(place)
  const { editionId } = texts
  const bilaterals = await makeBilaterals(place, editionId)
  const multilaterals = await makeMultilaterals(place, editionId)
  const study = await makeStudy(place, editionId)
  const closed = await makeClosed(place, editionId)
  const weir = { meetingId: bilaterals.bilateralId, itemId: bilaterals.itemId }
  const left = await makeLeft(place, editionId)
  const conclusions = await makeConclusions(place, { ...weir, editionId })
  const homework = await makeHomework(place, editionId, bilaterals.bilateralId)
  await makeRecord(place, weir, 'weir', IN_BILATERAL)
  await makeRecord(place, { meetingId: closed.closedId, itemId: closed.closedItemId }, 'lock', PAIR)
  await makeRecord(place, { meetingId: multilaterals.hallId, itemId: multilaterals.hallItemId }, 'hall', IN_HALL)
  const mill = { meetingId: closed.agreedId, itemId: closed.agreedItemId }
  const minutesId = await makeSharedRecord(place, mill, PAIR)
  const affairs = await makeAffairs(place)
  return {
    ...texts,
    ...bilaterals,
    ...multilaterals,
    ...study,
    ...closed,
    ...left,
    ...conclusions,
    ...homework,
    ...affairs,
    minutesId,
  }
}

/** Another group, of which nobody here is. */
async function makeElsewhere(hide: Place['hide']): Promise<Readonly<Record<string, string>>> {
  const stranger = await signedIn(hide('stranger', []))
  // The instance admin knows groups by their name.
  const foreignGroupId = await groupOf(stranger, { name: hide('foreign-group', ['instance-admin']) })
  return { foreignGroupId, foreignPartyId: await partyOf(foreignGroupId, hide('foreign-party', [])) }
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
