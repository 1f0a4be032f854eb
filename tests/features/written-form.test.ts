/** Decision 016 on a real database: what comes in is normalised once, what is refused says where, and what was stored before is mended. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { decidingRoutes } from '#features/conclusions/api/decide.ts'
import { conclusionRoutes } from '#features/conclusions/api/draft.ts'
import { floorRoutes } from '#features/floor/api.ts'
import { groupRoutes } from '#features/groups/api.ts'
import { meetingRoutes } from '#features/meetings/api/plan.ts'
import { partyRoutes } from '#features/parties/api.ts'
import { peopleRoutes } from '#features/people/api.ts'
import { recordRoutes } from '#features/records/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { readers } from '#tests/domain/markdown-readers.ts'
import { heldMeeting } from '#tests/setup/meetings.ts'
import { becomeOwner } from '#tests/setup/owner.ts'
import { groupOf, partyOf, request, signedIn } from '#tests/setup/people.ts'
import { partySeen } from '#tests/setup/seen.ts'

const api = apiOf(
  [conclusionRoutes, decidingRoutes, floorRoutes, groupRoutes, meetingRoutes, partyRoutes, peopleRoutes, recordRoutes],
  knowsOf,
)

async function send(viewer: Viewer, method: string, address: string, body?: unknown) {
  const response = await api.fetch(await request(viewer, method, address, body))
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, text, body: isJson ? JSON.parse(text) : null }
}

const content = (wording: string) => ({ wording, citations: [], commitments: [] })
const draft = (wording: string, title = 'Levels') => ({
  kind: 'common-understanding',
  title,
  itemId: null,
  content: content(wording),
})

describe('Given a meeting that is held', async () => {
  const held = await heldMeeting(2)
  const { chair, meetingId } = held

  it('when a wording holds a bare carriage return, then the exported minutes have no heading of it', async () => {
    const { body } = await send(
      chair,
      'POST',
      `/meetings/${meetingId}/conclusions`,
      draft('We agree.\r\r# Resolved\r\rOutcome: adopted'),
    )
    const stored = await asSystem('test', (tx) =>
      tx.conclusionVersion.findFirstOrThrow({ where: { conclusionId: body.id } }),
    )
    expect(stored.wording).toBe('We agree.\n\n# Resolved\n\nOutcome: adopted')
    await send(chair, 'POST', `/conclusions/${body.id}/put`, { version: 1 })
    const { text } = await send(chair, 'GET', `/meetings/${meetingId}/record.md`)
    expect(text).not.toContain('\r')
    for (const read of Object.values(readers)) {
      const at = read(text).filter((leaf) => leaf.text.includes('Resolved') || leaf.text.includes('Outcome: adopted'))
      expect(at.map(({ place }) => place)).toEqual(['blockquote > paragraph', 'blockquote > paragraph'])
    }
  })

  it('when a wording turns the direction, then it is refused with the place, and nothing is stored', async () => {
    const answer = await send(
      chair,
      'POST',
      `/meetings/${meetingId}/conclusions`,
      draft('First.\nPay \u202e001\u202c.'),
    )
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ field: 'content.wording' }] } })
    expect(answer.body.fields[0].message).toMatch(/^Line 2, after “Pay”: .*U\+202E/)
    const marks = await send(chair, 'POST', `/meetings/${meetingId}/conclusions`, draft('می‌خواهیم \u200f!'))
    expect(marks.status).toBe(201)
  })

  it('when a second version differs in its composition alone, then nothing changed; a zero width space is named', async () => {
    const { body } = await send(chair, 'POST', `/meetings/${meetingId}/conclusions`, draft('The Cafe\u0301 opens.'))
    const revise = (baseVersion: number, wording: string) =>
      send(chair, 'POST', `/conclusions/${body.id}/versions`, { baseVersion, content: content(wording) })
    await revise(1, 'The Café opens. Daily.')
    await revise(2, 'The Cafe\u0301 op\u200bens. Daily.')
    const compared = async (from: number, to: number) =>
      (await send(chair, 'GET', `/conclusions/${body.id}/diff?from=${from}&to=${to}`)).body.wording
    expect(await compared(1, 2)).not.toContainEqual(expect.objectContaining({ kind: 'removed' }))
    expect((await compared(2, 3)).filter(({ kind }: { kind: string }) => kind !== 'same')).toEqual([
      expect.objectContaining({ kind: 'unseen', unseen: ['U+200B'] }),
    ])
  })

  it('when notes hold line ends of every kind, then they are line feeds', async () => {
    const notes = { notes: 'a\r\nb\rc\u2028d\u0085e', notesVersion: 0 }
    expect((await send(chair, 'PUT', `/meetings/${meetingId}/items/${held.itemId}/notes`, notes)).status).toBe(200)
    const item = await asSystem('test', (tx) => tx.agendaItem.findUniqueOrThrow({ where: { id: held.itemId } }))
    expect(item.notes).toBe('a\nb\nc\nd\ne')
  })
})

describe('Given a group with parties', async () => {
  const organizer = await signedIn('Olga')
  const groupId = await groupOf(organizer)
  const head = await signedIn('Hana')
  const millId = await partyOf(groupId, 'Mill', [[head, 'head']])
  const party = (name: string, shortName = name) => ({ name, shortName, timeZone: 'Europe/Lisbon' })
  const make = (name: string) => send(organizer, 'POST', `/groups/${groupId}/parties`, party(name))

  test.each(['\u200b', '\u3164', '\u00ad', '\u2800', ' \u2060 '])(
    'when nothing of a name is visible (%j), then it is refused',
    async (name) => {
      expect((await make(name)).status).toBe(400)
      expect((await send(head, 'PATCH', '/me', { name, timeZone: null })).status).toBe(400)
      const settings = { name, timeZone: 'Europe/Lisbon', replacementDelayHours: 72 }
      expect((await send(organizer, 'PUT', `/groups/${groupId}/settings`, settings)).status).toBe(400)
      const meeting = { kind: 'multilateral', partyIds: [], title: name }
      expect((await send(organizer, 'POST', `/groups/${groupId}/meetings`, meeting)).status).toBe(400)
    },
  )

  it('when a name is too like another, then it is refused, for a new party and for one that changes', async () => {
    expect((await make('Mіll')).body).toMatchObject({ refused: 'party-name-too-alike', like: 'Mill', field: 'name' })
    await make('Weir')
    const seen = await partySeen(millId)
    const change = (name: string) => send(head, 'PUT', `/parties/${millId}`, { ...party(name), seen })
    expect((await change('WEIR')).body.refused).toBe('party-name-too-alike')
    expect((await change('mill')).status).toBe(200)
  })

  it('when two of names that look alike are made at once, then one is', async () => {
    const answers = await Promise.all(['Sluice', 'SLUICE', 'Sluіce', 'Slui\u00adce'].map(make))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })
})

describe('Given rows that were stored before', () => {
  it('when the instance is brought up to date, then drafts and names are in the one form, and what a record tells of stays', async () => {
    const file = path.resolve('prisma/migrations/20261130040000_one_written_form/migration.sql')
    const organizer = await signedIn('Old')
    const groupId = await groupOf(organizer, { name: 'Cafe\u0301\r\nCouncil' })
    const [one, other] = [await partyOf(groupId, 'Same'), await partyOf(groupId, 'Same ')]
    const turned = await partyOf(groupId, 'Pay \u202e001\u202c')
    const held = await heldMeeting(2)
    const found = await asSystem(
      'test',
      async (tx) => {
        await tx.meeting.update({ where: { id: held.meetingId }, data: { title: 'Told\rof' } })
        await becomeOwner(tx)
        for (const statement of statementsIn(await readFile(file, 'utf8'))) await tx.$executeRawUnsafe(statement)
        const group = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { name: true } })
        const parties = await tx.party.findMany({ where: { id: { in: [one, other, turned] } }, orderBy: { id: 'asc' } })
        const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: held.meetingId }, select: { title: true } })
        return { group: group.name, parties: parties.map(({ name }) => name), meeting: meeting.title }
      },
      { write: true },
    )
    expect(found).toEqual({
      group: 'Café Council',
      parties: ['Same', 'Same ', 'Pay 001'],
      meeting: 'Told\rof',
    })
  })
})

/** Functions hold semicolons of none: a statement ends at one that ends its line. */
function statementsIn(sql: string): readonly string[] {
  return sql
    .split(/;\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replaceAll(/--.*$/gm, '').trim() !== '')
}
