import { describe, expect, test } from 'vitest'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { groupRoutes } from '#features/groups/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { request } from '#tests/setup/people.ts'
import { adopted, done, LEVELS, side } from './conclusions-given.ts'

const exported = async (viewer: Viewer, groupId: string) =>
  apiOf([groupRoutes], knowsOf).fetch(await request(viewer, 'GET', `/groups/${groupId}/export.json`))

describe('given a group with a text, a bilateral and a conclusion', () => {
  test('when its organizer exports it, then it is one document of what organizers see, and of nothing else', async () => {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const id = await adopted(held)
    const response = await exported(held.organizer, held.groupId)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const text = await response.text()
    const document = JSON.parse(text)
    expect(document).toMatchObject({
      format: 'concordance/group-export/1',
      group: { id: held.groupId, name: 'River council' },
      parties: [{ name: 'Quarter 1', people: [{ role: 'head' }, {}, {}, {}] }, {}, { name: 'Library' }],
      editions: [{ editionId, title: 'The river book', passages: [{ ordinal: 1, text: 'Water is common.' }, {}, {}] }],
      meetings: [{ id: held.meetingId, kind: 'bilateral', agenda: null, offices: [{ office: 'chair' }] }],
      conclusions: [],
    })
    expect(text).not.toContain(LEVELS)
    expect(text).not.toContain('Who measures')
    expect(text).not.toContain('.invalid')

    for (const { head } of held.sides) done(await shareWithGroup(head, id, { agree: true }))
    const later = await (await exported(held.organizer, held.groupId)).json()
    expect(later.conclusions).toMatchObject([{ id, wording: LEVELS, title: 'River levels' }])
  })

  test('when anybody else asks, then there is nothing', async () => {
    const held = await heldMeeting(2)
    for (const viewer of [side(held, 0).head, held.outsider, held.chair])
      expect((await exported(viewer, held.groupId)).status).toBe(404)
  })

  test('when there is more than one batch of each, then nothing is lost and nothing comes twice', async () => {
    const held = await heldMeeting(2)
    const { groupId } = held
    const ids = await asSystem(
      'test',
      async (tx) => {
        const author = { groupId, createdById: held.organizer.personId }
        const text = await tx.text.create({ data: { ...author, title: 'Long' } })
        const edition = await tx.edition.create({
          data: { ...author, textId: text.id, number: 1, state: 'draft', passageCount: 2_300 },
        })
        await tx.passage.createMany({
          data: Array.from({ length: 2_300 }, (_, n) => ({
            groupId,
            editionId: edition.id,
            position: n + 1,
            ordinal: n + 1,
            kind: 'paragraph',
            text: `Passage ${n + 1}`,
          })),
        })
        await tx.edition.update({ where: { id: edition.id }, data: { state: 'published', publishedAt: new Date() } })
        const meetings = await tx.meeting.createManyAndReturn({
          data: Array.from({ length: 230 }, (_, n) => ({
            ...author,
            kind: 'multilateral',
            title: `Meeting ${n}`,
            state: 'scheduled',
            timeZone: 'Europe/Lisbon',
          })),
          select: { id: true },
        })
        return meetings.map(({ id }) => id)
      },
      { write: true },
    )
    const document = await (await exported(held.organizer, groupId)).json()
    const passages = document.editions[0].passages as { ordinal: number }[]
    expect(passages.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 2_300 }, (_, n) => n + 1))
    const meetings = (document.meetings as { id: string }[]).map(({ id }) => id)
    expect(meetings.sort()).toEqual([held.meetingId, ...ids].sort())
  })
})
