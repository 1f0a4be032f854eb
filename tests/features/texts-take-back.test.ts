/** A publishing is taken back until something cites the text; then it stands, and whoever asks is told of what they may know. */
import { expect, test } from 'vitest'
import { assign } from '#features/preparation/commands/assign.ts'
import { cancelAssignment } from '#features/preparation/commands/follow.ts'
import { newAssignments } from '#features/preparation/schema.ts'
import { limitText } from '#features/texts/commands/change-text.ts'
import { editDraft } from '#features/texts/commands/edit-draft.ts'
import { publishText } from '#features/texts/commands/publish.ts'
import { takeBackPublishing } from '#features/texts/commands/take-back.ts'
import { loadFindings, loadPassageWindow, loadTextHead, loadTexts } from '#features/texts/loaders.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { drafted, side, wording } from './conclusions-given.ts'
import { accepted, aDraft, aGroup, aPublishedText, draftOf } from './texts-given.ts'

const write = { write: true }

async function textOf(organizer: Viewer, groupId: string): Promise<string> {
  return (await loadTexts(organizer, groupId))?.texts[0]?.id ?? ''
}

test('given wrong headings, it is a draft again with what was chosen, and is published anew', async () => {
  const scene = await aGroup()
  const textId = await aDraft(scene)
  accepted(
    await editDraft(scene.olga, textId, { revision: 0, edit: { edit: 'drop-suspects', suspect: 'reading-time' } }),
  )
  const merged = (await draftOf(scene, textId)).rows[3]?.id ?? ''
  accepted(await editDraft(scene.olga, textId, { revision: 1, edit: { edit: 'merge', id: merged, with: 'next' } }))
  const before = await draftOf(scene, textId)
  accepted(await publishText(scene.olga, textId, 2))
  // What was dropped is kept for the draft, and no reader finds it.
  expect((await loadFindings(scene.hana, textId, 'mins read'))?.found).toEqual([])
  const read = await asViewer(scene.hana, (tx) => tx.passage.count({ where: { edition: { textId } } }))
  expect(read).toBe(6)
  expect(await takeBackPublishing(scene.olga, textId)).toBeUndefined()
  const { revision, ...after } = await draftOf(scene, textId)
  expect(after).toEqual({ ...before, revision: undefined })
  expect(revision).toBeGreaterThan(before.revision)
  expect(await loadTextHead(scene.hana, textId)).toBeNull()
  expect(await loadPassageWindow(scene.olga, textId, {})).toBeNull()
  const dropped = after.rows.find((row) => row.dropped)?.id ?? ''
  accepted(await editDraft(scene.olga, textId, { revision, edit: { edit: 'restore', ids: [dropped] } }))
  expect(await publishText(scene.olga, textId, revision + 1)).toEqual({ passageCount: 7 })
  expect((await loadFindings(scene.hana, textId, 'mins read'))?.found).toHaveLength(1)
})

test('given something was dropped, it is kept until something cites the text, and then it is nowhere any more', async () => {
  const scene = await aGroup()
  const { olga, groupId, upperMills } = scene
  const textId = await aDraft(scene)
  accepted(await editDraft(olga, textId, { revision: 0, edit: { edit: 'drop-suspects', suspect: 'reading-time' } }))
  accepted(await publishText(olga, textId, 1))
  const [edition] = await asSystem('test', (tx) => tx.edition.findMany({ where: { textId } }))
  const editionId = edition?.id ?? ''
  const count = (dropped: boolean) => asSystem('test', (tx) => tx.passage.count({ where: { editionId, dropped } }))
  const kept = await count(false)
  expect(await count(true)).toBe(1)
  const remove = Prisma.sql`DELETE FROM "Passage" WHERE "editionId" = ${editionId}::uuid AND dropped`
  await expect(asSystem('test', (tx) => tx.$executeRaw(remove), write)).rejects.toThrow('immutable')
  const citations = [{ editionId, first: 1, last: 1 }]
  const homework = { as: 'organizer', kind: 'read', citations, to: [{ partyId: upperMills, personId: null }] }
  accepted(await assign(olga, groupId, newAssignments.parse(homework)))
  expect(await count(true)).toBe(0)
  expect(await count(false)).toBe(kept)
  const change = Prisma.sql`DELETE FROM "Passage" WHERE "editionId" = ${editionId}::uuid AND NOT dropped`
  await expect(asSystem('test', (tx) => tx.$executeRaw(change), write)).rejects.toThrow('immutable')
})

test('given nothing is published, or somebody who does not organize, it is refused', async () => {
  const scene = await aGroup()
  expect(await takeBackPublishing(scene.olga, await aDraft(scene))).toEqual({ refused: 'not-published' })
  const textId = await aPublishedText(scene)
  expect(await takeBackPublishing(scene.hana, textId)).toEqual({ refused: 'not-entitled' })
  expect(await takeBackPublishing(scene.stella, textId)).toEqual({ refused: 'not-found' })
  accepted(await limitText(scene.olga, textId, { partyIds: [scene.upperMills], seen: [] }))
  expect(await takeBackPublishing(scene.otto, textId)).toEqual({ refused: 'not-found' })
})

test('given a conclusion that the organizer may not know of, something cites it, and no more is said', async () => {
  const held = await heldMeeting(2)
  const { organizer, groupId } = held
  const editionId = await publishedText(groupId, organizer)
  const textId = await textOf(organizer, groupId)
  await drafted(held, {
    title: 'Hidden',
    content: { ...wording('Kept.'), citations: [{ editionId, first: 1, last: 1 }] },
  })
  expect(await takeBackPublishing(organizer, textId)).toEqual({ refused: 'text-cited', known: 'no', by: '' })
  expect((await loadTextHead(organizer, textId))?.edition?.id).toBe(editionId)
})

test('given homework that they gave, it is named, and it keeps the text also once it was withdrawn', async () => {
  const held = await heldMeeting(2)
  const { organizer, groupId } = held
  const editionId = await publishedText(groupId, organizer)
  const textId = await textOf(organizer, groupId)
  const { partyId } = side(held, 0)
  const homework = newAssignments.parse({
    as: 'organizer',
    kind: 'read',
    citations: [{ editionId, first: 1, last: 2 }],
    to: [{ partyId, personId: null }],
  })
  accepted(await assign(organizer, groupId, homework))
  expect(await takeBackPublishing(organizer, textId)).toEqual({ refused: 'text-cited', known: 'yes', by: 'homework' })
  const [given] = await asSystem('test', (tx) => tx.assignment.findMany({ where: { editionId } }))
  accepted(await cancelAssignment(organizer, given?.id ?? ''))
  expect(await takeBackPublishing(organizer, textId)).toEqual({ refused: 'text-cited', known: 'no', by: '' })
})

test('given any program, the database refuses to take back what is cited, and to cite what is a draft', async () => {
  const held = await heldMeeting(2)
  const { organizer, groupId } = held
  const editionId = await publishedText(groupId, organizer)
  const citations = [{ editionId, first: 1, last: 1 }]
  const take = (
    more: Prisma.Sql,
  ) => Prisma.sql`UPDATE "Edition" SET state = 'draft', "publishedAt" = NULL, "publishedById" = NULL ${more}
    WHERE id = ${editionId}::uuid`
  const run = (statement: Prisma.Sql) => asSystem('test', (tx) => tx.$executeRaw(statement), write)
  await expect(run(take(Prisma.sql`, direction = 'rtl'`))).rejects.toThrow('immutable')
  await run(take(Prisma.empty))
  await expect(drafted(held, { content: { ...wording('Kept.'), citations } })).rejects.toThrow('not-found')
  const citing = Prisma.sql`INSERT INTO "Citation" (id, "groupId", "citingId", "editionId", "firstOrdinal", "lastOrdinal")
    SELECT gen_random_uuid(), i."groupId", i.id, ${editionId}::uuid, 1, 1 FROM "AgendaItem" i WHERE i.id = ${held.itemId}::uuid`
  await expect(run(citing)).rejects.toThrow()
  await run(Prisma.sql`UPDATE "Edition" SET state = 'published', "publishedAt" = now() WHERE id = ${editionId}::uuid`)
  await run(citing)
  await expect(run(take(Prisma.empty))).rejects.toThrow('immutable')
})
