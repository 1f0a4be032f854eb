import { beforeAll, describe, expect, test } from 'vitest'
import { limitText } from '#features/texts/commands/change-text.ts'
import { editDraft } from '#features/texts/commands/edit-draft.ts'
import { publishText } from '#features/texts/commands/publish.ts'
import {
  loadContents,
  loadFindings,
  loadOrdinal,
  loadPassage,
  loadPassageWindow,
  loadReading,
  loadTexts,
} from '#features/texts/loaders.ts'
import { Prisma } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { accepted, aDraft, aGroup, aPublishedText, draftOf, type Scene } from './texts-given.ts'

let scene: Scene

beforeAll(async () => {
  scene = await aGroup()
})

const write = { write: true }

describe('a draft is published', () => {
  test('given a dropped line, it is gone, and what is kept has its numbers', async () => {
    const textId = await aDraft(scene)
    accepted(
      await editDraft(scene.olga, textId, { revision: 0, edit: { edit: 'drop-suspects', suspect: 'reading-time' } }),
    )
    expect(await publishText(scene.olga, textId, 1)).toEqual({ passageCount: 7 })
    const window = accepted(await loadPassageWindow(scene.hana, textId, {}))
    expect(window?.passages.map(({ ordinal, reference }) => `${ordinal} ${reference}`)).toEqual([
      '1 ¶0',
      '2 1',
      '3 1 ¶1',
      '4 1 ¶2',
      '5 2',
      '6 2 ¶1',
      '7 2 ¶2',
    ])
    const rows = await asViewer(scene.hana, (tx) => tx.passage.count({ where: { edition: { textId } } }))
    expect(rows).toBe(7)
  })

  test('given it is published already, a second time is refused, and so is every edit', async () => {
    const textId = await aDraft(scene)
    const { rows } = await draftOf(scene, textId)
    accepted(await publishText(scene.olga, textId, 0))
    expect(await publishText(scene.olga, textId, 0)).toEqual({ refused: 'already-published' })
    const edit = { edit: 'drop', ids: [rows[3]?.id ?? ''] } as const
    expect(await editDraft(scene.olga, textId, { revision: 1, edit: { ...edit, ids: [...edit.ids] } })).toEqual({
      refused: 'already-published',
    })
  })

  test('given two organizers publish at once, it is published once', async () => {
    const textId = await aDraft(scene)
    const answers = await Promise.all([publishText(scene.olga, textId, 0), publishText(scene.olga, textId, 0)])
    expect(answers.filter((answer) => 'passageCount' in answer)).toHaveLength(1)
    expect(accepted(await loadPassageWindow(scene.hana, textId, {}))?.total).toBe(8)
  })

  test('given an older draft on the screen, it is refused', async () => {
    const textId = await aDraft(scene)
    accepted(
      await editDraft(scene.olga, textId, { revision: 0, edit: { edit: 'drop-suspects', suspect: 'reading-time' } }),
    )
    expect(await publishText(scene.olga, textId, 0)).toMatchObject({ refused: 'draft-changed' })
  })

  test('given everything is dropped, there is nothing to publish', async () => {
    const textId = await aDraft(scene)
    const ids = (await draftOf(scene, textId)).rows.map(({ id }) => id)
    accepted(await editDraft(scene.olga, textId, { revision: 0, edit: { edit: 'drop', ids } }))
    expect(await publishText(scene.olga, textId, 1)).toEqual({ refused: 'no-passages' })
  })

  test('given a publishing that died halfway, its numbers do not stand in the way of the next', async () => {
    const textId = await aDraft(scene)
    await asSystem(
      'test',
      (tx) =>
        tx.$executeRaw`UPDATE "Passage" p SET ordinal = 9 - p.position, reference = 'old' FROM "Edition" e
          WHERE e.id = p."editionId" AND e."textId" = ${textId}::uuid`,
      write,
    )
    expect(await publishText(scene.olga, textId, 0)).toEqual({ passageCount: 8 })
    expect((await loadPassage(scene.hana, textId, 3))?.passage.reference).toBe('1')
  })

  test('given a member who does not organize, the draft does not exist', async () => {
    expect(await publishText(scene.hana, await aDraft(scene), 0)).toEqual({ refused: 'not-found' })
  })
})

describe('what is published stands', () => {
  test('given any program, the database refuses to change, remove or add a passage, or to change the edition', async () => {
    const textId = await aPublishedText(scene)
    const draftId = await aDraft(scene)
    const editionId = accepted(await loadPassageWindow(scene.hana, textId, {}))?.editionId
    const of = Prisma.sql`WHERE "editionId" = ${editionId}::uuid`
    const attempts = [
      Prisma.sql`UPDATE "Passage" SET text = 'Other words.' ${of}`,
      Prisma.sql`UPDATE "Passage" SET ordinal = NULL ${of}`,
      Prisma.sql`DELETE FROM "Passage" ${of}`,
      Prisma.sql`INSERT INTO "Passage" (id, "groupId", "editionId", position, kind, text)
        SELECT gen_random_uuid(), "groupId", "editionId", position + 1000, kind, text FROM "Passage" ${of} LIMIT 2`,
      Prisma.sql`UPDATE "Passage" SET "editionId" = ${editionId}::uuid, position = position + 1000
        FROM "Edition" e WHERE e.id = "editionId" AND e."textId" = ${draftId}::uuid`,
      Prisma.sql`UPDATE "Edition" SET state = 'draft' WHERE id = ${editionId}::uuid`,
      Prisma.sql`DELETE FROM "Edition" WHERE id = ${editionId}::uuid`,
    ]
    for (const attempt of attempts)
      await expect(asSystem('test', (tx) => tx.$executeRaw(attempt), write)).rejects.toThrow('immutable')
    expect((await loadPassage(scene.hana, textId, 4))?.passage.text).toContain('The summer is dry.')
  })
})

describe('a published text is read', () => {
  let textId: string
  beforeAll(async () => {
    textId = await aPublishedText(scene)
  })

  test('given a reference as people write it, it leads to the passage; given nonsense, it says so', async () => {
    expect(await loadOrdinal(scene.hana, textId, '2, par. 1')).toEqual({ ordinal: 7 })
    expect(await loadOrdinal(scene.hana, textId, '2 1')).toEqual({ ordinal: 7 })
    expect(await loadOrdinal(scene.hana, textId, '2.1')).toEqual({ ordinal: 7 })
    expect(await loadOrdinal(scene.hana, textId, '7')).toMatchObject({ ordinal: 7 })
    expect(await loadOrdinal(scene.hana, textId, '¶1')).toEqual({ ordinal: 2 })
    expect(await loadOrdinal(scene.hana, textId, '¶2')).toEqual({ ordinal: 5 })
    expect(await loadOrdinal(scene.hana, textId, '¶99')).toEqual({ refused: 'no-such-passage' })
    expect(await loadOrdinal(scene.hana, textId, 'p/8')).toMatchObject({ ordinal: 8 })
    expect(await loadOrdinal(scene.hana, textId, 'p/9')).toEqual({ refused: 'no-such-passage' })
    expect(await loadOrdinal(scene.hana, textId, '9 ¶9')).toEqual({ refused: 'no-such-passage' })
    expect(await loadOrdinal(scene.hana, textId, 'the weir')).toEqual({ refused: 'not-a-reference' })
  })

  test('given words, the passages in which they stand are found, and a pattern is only words', async () => {
    const found = await loadFindings(scene.hana, textId, 'THE WEIR')
    expect(found?.found.map(({ reference, match }) => [reference, match])).toEqual([['2 ¶1', 'the weir']])
    expect((await loadFindings(scene.hana, textId, '%'))?.found).toEqual([])
  })

  test('given the name of a passage, those that it may mean are found beside the words', async () => {
    const named = async (typed: string, id = textId) =>
      (await loadFindings(scene.hana, id, typed))?.named.map(({ by, reference }) => `${by} ${reference}`)
    expect(await named('2,1')).toEqual(['reference 2 ¶1'])
    expect(await named('p/9')).toEqual([])
    expect(await named('the weir')).toEqual([])
    // Nothing says what a bare number counts.
    expect(await named('2')).toEqual(['reference 2', 'paragraph 1 ¶2', 'paragraph 2 ¶2', 'ordinal ¶1'])
    const verses = await aPublishedText(
      scene,
      '# Verses\n\n## Three\n\n3:16 For so it is.\n\n3:161 Another.\n\n5. Five.\n',
    )
    expect(await named('John 3:16', verses)).toEqual(['own 1 ¶1'])
    expect(await named('3:16', verses)).toEqual(['own 1 ¶1'])
    expect((await named('5', verses))?.[0]).toMatch(/^own /)
  })

  test('given its contents, the sections are named and the title is not one', async () => {
    const contents = await loadContents(scene.hana, textId)
    expect(contents?.lines.map(({ reference, text }) => `${reference} ${text}`)).toEqual([
      '1 What we know',
      '2 What we ask',
    ])
  })

  test('given a passage, those around it come with it; outside of the text there is none', async () => {
    const view = await loadPassage(scene.hana, textId, 2)
    expect([view?.before.map(({ ordinal }) => ordinal), view?.after.map(({ ordinal }) => ordinal)]).toEqual([
      [1],
      [3, 4],
    ])
    expect(await loadPassage(scene.hana, textId, 9)).toBeNull()
    expect(await loadPassage(scene.hana, textId, 0)).toBeNull()
  })

  test('given somebody from elsewhere, or another party of a limited text, nothing of it exists', async () => {
    const limited = await aPublishedText(scene)
    await limitText(scene.olga, limited, { partyIds: [scene.upperMills], seen: [] })
    for (const [viewer, id] of [
      [scene.stella, textId],
      [scene.otto, limited],
    ] as const) {
      expect(await loadReading(viewer, id, 1)).toBeNull()
      expect(await loadPassage(viewer, id, 1)).toBeNull()
      expect(await loadOrdinal(viewer, id, 'p/1')).toBeNull()
      expect(await loadFindings(viewer, id, 'weir')).toBeNull()
    }
    const seen = (await loadTexts(scene.otto, scene.groupId))?.texts.map(({ id }) => id)
    expect(seen).toContain(textId)
    expect(seen).not.toContain(limited)
  })

  test('given longer texts and more of them, no view asks the database more often', async () => {
    const statementsOf = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length
    expect(await statementsOf(() => loadReading(scene.hana, textId, 1))).toBe(6)
    expect(await statementsOf(() => loadPassage(scene.hana, textId, 5))).toBe(4)
    expect(await statementsOf(() => loadTexts(scene.hana, scene.groupId))).toBe(3)
    expect(await statementsOf(() => loadFindings(scene.hana, textId, 'weir'))).toBe(4)
    expect(await statementsOf(() => loadFindings(scene.hana, textId, '2'))).toBe(5)
  })
})

test('given numbers of its author in whichever script, the database finds them by digits in any other', async () => {
  const words = ['المادة ٥ نطاق الميثاق', '第十二条 この規約は川を守る', '५० सीमा नदी के साथ चलती है']
  const textId = await aPublishedText(scene, `The charter\n\n${words.join('\n\n')}`)
  const own = async (typed: string) =>
    (await loadFindings(scene.hana, textId, typed))?.named
      .filter(({ by }) => by === 'own')
      .map(({ beginning }) => beginning)
  expect(await own('المادة 5')).toEqual([words[0]])
  expect(await own('第12条')).toEqual([words[1]])
  expect(await own('۵۰')).toEqual([words[2]])
})
