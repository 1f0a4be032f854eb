/** In which zone somebody reads times: the account's, else the zone of their party there, else the group's. */
import { expect, test } from 'vitest'
import { loadFloor } from '#features/floor/loaders.ts'
import { loadHome } from '#features/home/loaders.ts'
import { loadBeginning, loadMeetingList, loadPlan } from '#features/meetings/loaders.ts'
import { loadPartyView } from '#features/parties/loaders.ts'
import { loadEntries, loadRecord } from '#features/records/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'
import { scene, scheduled } from './meetings-given.ts'

const write = { write: true }

const partyLivesIn = (id: string, timeZone: string) =>
  asSystem('test', (tx) => tx.party.update({ where: { id }, data: { timeZone } }), write)
const setsZone = ({ personId }: Viewer, timeZone: string) =>
  asSystem('test', (tx) => tx.person.update({ where: { id: personId }, data: { timeZone } }), write)

/** What every page tells somebody about the zone of its times. */
async function zonesOf(viewer: Viewer, groupId: string, meetingId: string, partyId: string): Promise<string[]> {
  const home = await loadHome(viewer)
  const meetings = await loadMeetingList(viewer, groupId, { when: 'upcoming', page: 1 })
  const zones = [
    home.groups.find(({ id }) => id === groupId)?.zone,
    meetings?.viewerZone,
    (await loadBeginning(viewer, groupId))?.viewerZone,
    (await loadPlan(viewer, meetingId))?.viewerZone,
    (await loadFloor(viewer, meetingId))?.viewerZone,
    (await loadRecord(viewer, meetingId))?.zone,
    (await loadEntries(viewer, meetingId, 1))?.zone,
    (await loadPartyView(viewer, partyId))?.viewerZone,
  ]
  return [...new Set(zones.map(String))]
}

test('Given a party that lives elsewhere, its people read every time where they live, until their account says more', async () => {
  const given = await scene()
  const { groupId, weir, mill } = given
  const meetingId = await scheduled(given, 'bilateral', [weir.id, mill.id])
  await partyLivesIn(weir.id, 'Asia/Kathmandu')
  expect(await zonesOf(weir.head, groupId, meetingId, mill.id)).toEqual(['Asia/Kathmandu'])
  expect(await zonesOf(mill.head, groupId, meetingId, weir.id)).toEqual(['Europe/Lisbon'])
  await setsZone(weir.head, 'America/Bogota')
  expect(await zonesOf(weir.head, groupId, meetingId, mill.id)).toEqual(['America/Bogota'])
})

test('Given somebody of no party, they read times as the group plans; of two, as where they came in first', async () => {
  const organizer = await signedIn('Olga Ness')
  const groupId = await groupOf(organizer)
  const homeZone = async (who: Viewer) => (await loadHome(who)).groups.map(({ zone }) => zone)
  expect(await homeZone(organizer)).toEqual(['Europe/Lisbon'])
  const first = await partyOf(groupId, 'First', [[organizer, 'head']])
  await partyLivesIn(first, 'Asia/Kathmandu')
  await partyLivesIn(await partyOf(groupId, 'Second', [[organizer, 'head']]), 'America/Bogota')
  expect(await homeZone(organizer)).toEqual(['Asia/Kathmandu'])
})

test('Given two groups, Home tells the times of each as its party there reads them', async () => {
  const one = await scene()
  const other = await scene()
  const { head } = one.weir
  await partyLivesIn(one.weir.id, 'Asia/Kathmandu')
  await partyLivesIn(await partyOf(other.groupId, 'Guests', [[head, 'delegate']]), 'America/Bogota')
  const { groups } = await loadHome(head)
  expect(new Set(groups.map(({ id, zone }) => `${id} ${zone}`))).toEqual(
    new Set([`${one.groupId} Asia/Kathmandu`, `${other.groupId} America/Bogota`]),
  )
})
