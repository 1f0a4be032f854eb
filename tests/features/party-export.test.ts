/** Each party takes along what it agreed, in one file that can be checked without the instance. */
import { describe, expect, test } from 'vitest'
import { readRecords } from '#domain/record/party-export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { leaveGroup } from '#features/parties/commands/leave-group.ts'
import { recordRoutes } from '#features/records/api.ts'
import { apiOf } from '#lib/api/app.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { sha256InBrowser } from '#store/record/sha256.ts'
import { heldMeeting, meetingOf } from '#tests/setup/meetings.ts'
import { request } from '#tests/setup/people.ts'
import { adopted, done, LEVELS, side } from './conclusions-given.ts'

const exported = async (viewer: Viewer, partyId: string) =>
  apiOf([recordRoutes], knowsOf).fetch(await request(viewer, 'GET', `/parties/${partyId}/export.json`))

describe('Given a party with agreed conclusions', () => {
  test('when its head or a deputy takes it along, then each record verifies, and what was agreed is in it', async () => {
    const held = await heldMeeting(2)
    const [own, other] = [side(held, 0), side(held, 1)]
    const id = await adopted(held)
    // A second meeting of theirs, and one of the other party alone, whose agreement is not this party's.
    const again = { ...held, ...(await meetingOf(held.groupId, held.sides, { ...held, state: 'open' })) }
    await adopted(again, { title: 'Weirs' })
    const foreign = { ...held, sides: [other], ...(await meetingOf(held.groupId, [other], { ...held, state: 'open' })) }
    for (const by of [own.head, own.deputy]) {
      const response = await exported(by, own.partyId)
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="quarter-1-\d{4}-\d\d-\d\d\.json"$/,
      )
      const text = await response.text()
      expect(JSON.parse(text)).toMatchObject({
        format: 'concordance/party-export/1',
        group: { id: held.groupId },
        party: { id: own.partyId, name: 'Quarter 1' },
      })
      const records = readRecords(text) ?? []
      expect(records.map(({ meeting }) => meeting.id).sort()).toEqual([held.meetingId, again.meetingId].sort())
      for (const record of records)
        expect(verifyExport(record, sha256InBrowser)).toMatchObject({ intact: true, unproven: [] })
      expect(records.flatMap(({ agreed }) => agreed).map(({ conclusionId }) => conclusionId)).toContain(id)
      expect(text).toContain(LEVELS)
      expect(text).not.toContain(foreign.meetingId)
    }
  })

  test('when anybody else asks, then it is refused; to whom the group is not known, there is nothing', async () => {
    const held = await heldMeeting(2)
    const own = side(held, 0)
    const others = [own.delegate, own.observer, side(held, 1).head, held.organizer, held.chair, held.outsider]
    for (const viewer of others) expect((await exported(viewer, own.partyId)).status).toBe(403)
    const stranger = side(await heldMeeting(2), 0).head
    expect((await exported(stranger, own.partyId)).status).toBe(404)
  })

  test('when it has left the group, then it takes along what was agreed with it, up to its leaving', async () => {
    const held = await heldMeeting(3)
    const [own, second, third] = [side(held, 0), side(held, 1), side(held, 2)]
    await adopted(held, { title: 'With all' })
    done(await leaveGroup(own.head, own.partyId))
    await adopted({ ...held, sides: [second, third] }, { title: 'Without them' })
    const text = await (await exported(own.head, own.partyId)).text()
    const [record] = readRecords(text) ?? []
    expect(record && verifyExport(record, sha256InBrowser)).toMatchObject({ intact: true })
    expect(record?.agreed.map(({ title }) => title)).toEqual(['With all'])
    expect(text).not.toContain('Without them')
  })
})

describe('Given a file from elsewhere', () => {
  test('when it is no export of a party, then nothing in it is taken for a record', () => {
    const format = 'concordance/party-export/1'
    const file = {
      format,
      exportedAt: '2027-03-01T00:00:00.000Z',
      group: { id: 'g', name: 'G' },
      party: { id: 'p', name: 'P' },
    }
    expect(readRecords(JSON.stringify({ ...file, records: [] }))).toEqual([])
    const others = [
      { ...file, records: [], more: 1 },
      { ...file, records: [], party: { id: 'p', name: 'P', more: 1 } },
      { ...file, records: [], exportedAt: 'today' },
      { ...file, records: [{}] },
      { ...file, records: {} },
    ]
    for (const value of [...others, file, { format }, { format, records: [] }, [], null, 'x'])
      expect(readRecords(JSON.stringify(value))).toBeNull()
    expect(
      readRecords(JSON.stringify({ ...file, records: [] }).replace('"records"', '"records":[1],"records"')),
    ).toBeNull()
    expect(readRecords('{')).toBeNull()
  })
})
