/** When a day is over: Home, Commitments, the page of a conclusion and homework say the same, in every zone. */
import { beforeAll, describe, expect, test } from 'vitest'
import { endOfDayIn } from '#domain/calendar-day.ts'
import { loadCommitments, loadConclusion } from '#features/conclusions/loaders.ts'
import { commitmentFilter } from '#features/conclusions/schema.ts'
import { loadHome } from '#features/home/loaders.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { loadPreparation } from '#features/preparation/loaders.ts'
import { newAssignments } from '#features/preparation/schema.ts'
import { clock } from '#lib/clock.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { type Held, heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { asOwner } from '#tests/setup/owner.ts'
import { adopted, done, side, wording } from './conclusions-given.ts'

const write = { write: true }

/** A zone and a day on or after which its clocks do something uncommon. */
const days = [
  ['Atlantic/Azores', '2027-10-30', 'midnight comes twice after it'],
  ['America/Havana', '2027-11-06', 'midnight comes twice after it'],
  ['Asia/Beirut', '2027-10-30', 'its last hour comes twice'],
  ['America/Nuuk', '2027-10-30', 'its last hour comes twice'],
  ['Africa/Cairo', '2027-04-29', 'there is no midnight after it'],
  ['Australia/Lord_Howe', '2027-04-04', 'half an hour comes twice'],
  ['Pacific/Kiritimati', '2027-06-30', 'it is over first'],
  ['Pacific/Pago_Pago', '2027-06-30', 'it is over last'],
  ['Europe/Vienna', '2027-10-31', 'it has 25 hours'],
] as const

let held: Held
let conclusionId: string

/** A commitment of the first party with a day far ahead. */
beforeAll(async () => {
  held = await heldMeeting(2)
  const { partyId } = side(held, 0)
  const commitments = [{ what: 'Publish the levels', partyId, personId: null, dueOn: '2999-12-31' }]
  conclusionId = await adopted(held, {
    kind: 'cooperation',
    content: { ...wording('The parties measure.'), commitments },
  })
})

/** Its party lives there, and its day is that one: past the rules, because what is adopted does not change. */
async function dueThere(zone: string, date: string): Promise<void> {
  const { partyId } = side(held, 0)
  await asOwner(async (tx) => {
    await tx.party.update({ where: { id: partyId }, data: { timeZone: zone } })
    await tx.$executeRawUnsafe(`ALTER TABLE "Commitment" DISABLE TRIGGER USER`)
    await tx.commitment.updateMany({ where: { partyId }, data: { dueOn: new Date(`${date}T00:00:00Z`) } })
    await tx.$executeRawUnsafe(`ALTER TABLE "Commitment" ENABLE TRIGGER USER`)
  })
}

/** What each place says of the commitment. */
async function told() {
  const { head } = side(held, 0)
  const ask = (await loadHome(head)).asks.find(({ kind }) => kind === 'commitment')
  const listed = async (state: 'open' | 'late') =>
    (await loadCommitments(head, held.groupId, commitmentFilter.parse({ state })))?.commitments ?? []
  const [open, late] = [await listed('open'), await listed('late')]
  const page = await loadConclusion(head, conclusionId)
  return {
    at: ask?.at,
    zone: ask?.zone,
    late: [ask?.late, late.length > 0, open[0]?.state === 'late', page?.commitments[0]?.state === 'late'],
  }
}

describe.each(days)('Given a commitment in %s, due on %s, where %s', (zone, date) => {
  test('then every place says that it is late from the same instant on', async () => {
    await dueThere(zone, date)
    const end = endOfDayIn(zone, date)
    const before = await clock.at(end, told)
    expect(before).toEqual({ at: end.toISOString(), zone, late: [false, false, false, false] })
    const after = await clock.at(new Date(end.getTime() + 1), told)
    expect(after).toEqual({ at: end.toISOString(), zone, late: [true, true, true, true] })
  })
})

test('Given homework whose party moves to another zone, the day that was promised stays that day', async () => {
  const given = await heldMeeting(2, 'scheduled')
  const { partyId, head } = side(given, 0)
  const move = (timeZone: string) =>
    asSystem('test', (tx) => tx.party.update({ where: { id: partyId }, data: { timeZone } }), write)
  await move('Atlantic/Azores')
  const editionId = await publishedText(given.groupId, given.organizer)
  const homework = newAssignments.parse({
    as: 'organizer',
    kind: 'read',
    meetingId: given.meetingId,
    to: [{ partyId }],
    dueOn: '2027-10-30',
    citations: [{ editionId, first: 2, last: 2 }],
  })
  done(await assign(given.organizer, given.groupId, homework))
  await move('Europe/Vienna')
  const due = { at: '2027-10-30T23:59:59.999Z', zone: 'Atlantic/Azores' }
  const ask = (await loadHome(head)).asks.find(({ kind }) => kind === 'homework')
  expect(ask).toMatchObject(due)
  const preparation = await loadPreparation(head, given.meetingId)
  expect(JSON.stringify(preparation)).toContain(JSON.stringify(due))
})
