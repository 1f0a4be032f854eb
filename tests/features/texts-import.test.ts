import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { textRoutes } from '#features/texts/api.ts'
import { removeDeadImports } from '#features/texts/commands/clear-away.ts'
import { importText } from '#features/texts/commands/import-text.ts'
import { publishText } from '#features/texts/commands/publish.ts'
import { loadDraft, loadPassage, loadPassageWindow, loadTextHead, loadTexts } from '#features/texts/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { readSource } from '#lib/reading/read-source.ts'
import { knowsOf } from '#store/access/target.ts'
import { request } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { accepted, aDraft, aGroup, draftOf, type Scene, waterText } from './texts-given.ts'

const api = apiOf([textRoutes], knowsOf)
const bytesOf = (text: string) => new TextEncoder().encode(text)
let scene: Scene

beforeAll(async () => {
  scene = await aGroup()
})

const countTexts = () => asSystem('test', (tx) => tx.text.count({ where: { groupId: scene.groupId } }))

async function uploading(body: BodyInit, query = '', viewer = scene.olga) {
  const path = `/groups/${scene.groupId}/texts${query}`
  const bare = await request(viewer, 'POST', path, undefined, { 'content-type': 'application/octet-stream' })
  return api.fetch(new Request(bare, { body }))
}

/** Another group's long text, which is read first. */
/** Several long texts of others, so that whoever comes next waits behind more than one. */
function longReadings(): Promise<unknown> {
  const handbook = readFileSync(path.resolve('prisma/demo/handbook.md'), 'utf8')
  const source = { source: { pasted: handbook.repeat(15) }, format: 'markdown' } as const
  const people = ['one', 'two', 'three', 'four', 'five', 'six']
  return Promise.all(people.map((personId) => readSource(source, { personId, groupId: `group of ${personId}` })))
}

describe('others brought in texts before', () => {
  const place = async (waitId: string, viewer = scene.olga) => {
    const asked = await request(viewer, 'GET', `/groups/${scene.groupId}/texts/waiting/${waitId}`)
    return (await api.fetch(asked)).json()
  }
  const placeOf = async (waitId: string): Promise<number> => (await place(waitId)).before ?? 0

  test('then whoever waits is told how many come before, and nobody else is', async () => {
    const waitId = randomUUID()
    const first = longReadings()
    const brought = uploading(bytesOf(waterText), `?waitId=${waitId}`)
    await expect.poll(() => placeOf(waitId), { interval: 5, timeout: 10_000 }).toBeGreaterThan(1)
    expect(await place(waitId, scene.hana)).toMatchObject({ refused: 'not-entitled' })
    expect(await place(randomUUID())).toEqual({ before: null })
    expect((await brought).status).toBe(201)
    await first
    expect(await place(waitId)).toEqual({ before: null })
  })

  test('then a client that goes away loses its place, nothing is brought in, and its key is free', async () => {
    const texts = await countTexts()
    const [waitId, gone] = [randomUUID(), new AbortController()]
    const first = longReadings()
    const key = { 'idempotency-key': randomUUID() }
    const sent = (signal?: AbortSignal) =>
      request(
        scene.olga,
        'POST',
        `/groups/${scene.groupId}/texts/pasted?waitId=${waitId}`,
        { text: waterText },
        key,
      ).then((asked) => api.fetch(signal === undefined ? asked : new Request(asked, { signal })))
    const left = sent(gone.signal)
    await expect.poll(() => placeOf(waitId), { interval: 5, timeout: 10_000 }).toBeGreaterThan(1)
    gone.abort()
    expect(await (await left).json()).toMatchObject({ refused: 'reading-given-up', status: 503 })
    expect(await countTexts()).toBe(texts)
    await first
    expect((await sent()).status).toBe(201)
  })
})

describe('an organizer brings in a text', () => {
  test('given pasted words, a draft has its passages in order under provisional numbers', async () => {
    const draft = await draftOf(scene, await aDraft(scene))
    expect(draft.title).toBe('Sharing the river')
    expect(draft.rows.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['heading', '¶0'],
      ['paragraph', '¶1'],
      ['heading', '1'],
      ['paragraph', '1 ¶1'],
      ['paragraph', '1 ¶2'],
      ['heading', '2'],
      ['list-item', '2 ¶1'],
      ['list-item', '2 ¶2'],
    ])
    expect(draft.suspects).toEqual([{ suspect: 'reading-time', count: 1 }])
  })

  test('given a file over the API, its bytes are read by what they are, whatever the name says', async () => {
    const latin = Uint8Array.from([...'Die Stra'].map((letter) => letter.charCodeAt(0)).concat(0xdf, 0x65))
    const response = await uploading(latin, '?name=weg.pdf')
    expect(response.status).toBe(201)
    const { textId } = await response.json()
    const draft = await draftOf(scene, textId)
    expect([draft.rows[0]?.text, draft.encoding, draft.title]).toEqual(['Die Straße', 'windows-1252', 'weg'])
  })

  test('given a UTF-16 file with its mark, it is read so', async () => {
    const { textId } = accepted(
      await importText(scene.olga, scene.groupId, {
        bytes: Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x62, 0]),
        fileName: '',
      }),
    )
    expect((await draftOf(scene, textId)).encoding).toBe('utf-16le')
  })

  test('given a text in a script from the right, it is set so', async () => {
    const draft = await draftOf(scene, await aDraft(scene, 'מים לכולם\n\nהנהר של כולנו'))
    expect(draft.direction).toBe('rtl')
  })

  test('given a choice of format, the signs of another one are words', async () => {
    const { textId } = accepted(
      await importText(scene.olga, scene.groupId, { pasted: '# Weir\n\n**Open** it.' }, { format: 'plain' }),
    )
    expect((await draftOf(scene, textId)).rows.map(({ text }) => text).join(' ')).toContain('**Open**')
  })
})

describe('what is no text is refused and leaves nothing', () => {
  test.each([
    ['empty-text', bytesOf(' \n\t ')],
    ['binary-file', bytesOf('%PDF-1.7 and more')],
    ['binary-file', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
    ['unknown-encoding', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ['no-passages', bytesOf('<!-- nothing but a comment -->\n\n# \n')],
  ])('given a source that is refused as %s', async (refused, bytes) => {
    const before = await countTexts()
    const answer = await importText(scene.olga, scene.groupId, { bytes, fileName: 'x.md' })
    expect(answer).toMatchObject({ refused })
    expect(await countTexts()).toBe(before)
  })

  test('given more than 5 MB over the API, the refusal says the limit in words', async () => {
    const response = await uploading(new Uint8Array(5_242_881).fill(97))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ refused: 'text-too-large', title: expect.stringContaining('5 MB') })
  })

  test('given more than 5 MB pasted, the same', async () => {
    const answer = await importText(scene.olga, scene.groupId, { pasted: 'a'.repeat(5_242_881) })
    expect(answer).toMatchObject({ refused: 'text-too-large' })
  })
})

describe('only organizers bring in texts', () => {
  test('given a head of a party, it is not for them', async () => {
    expect(await importText(scene.hana, scene.groupId, { pasted: waterText })).toEqual({ refused: 'not-entitled' })
  })

  test('given somebody from elsewhere, there is no such group', async () => {
    expect(await importText(scene.stella, scene.groupId, { pasted: waterText })).toEqual({ refused: 'not-found' })
  })

  test('given a draft, everybody but organizers finds nothing', async () => {
    const textId = await aDraft(scene)
    for (const viewer of [scene.hana, scene.stella]) {
      expect(await loadTextHead(viewer, textId)).toBeNull()
      expect(await loadDraft(viewer, textId, { page: 1, only: null })).toBeNull()
      expect(await loadPassageWindow(viewer, textId, {})).toBeNull()
    }
    expect((await loadTexts(scene.hana, scene.groupId))?.texts.map(({ id }) => id)).not.toContain(textId)
  })
})

describe('an import that died', () => {
  test('given one that was left behind an hour ago, nobody sees it, and the next look clears it away', async () => {
    const textId = await aDraft(scene)
    const old = new Date(Date.now() - 2 * 3_600_000)
    await asSystem(
      'test',
      (tx) => tx.edition.updateMany({ where: { textId }, data: { state: 'importing', createdAt: old } }),
      { write: true },
    )
    expect(await loadTextHead(scene.olga, textId)).toBeNull()
    expect((await loadTexts(scene.olga, scene.groupId))?.texts.map(({ id }) => id)).not.toContain(textId)
    expect(await removeDeadImports(new Date())).toBe(1)
    expect(await asSystem('test', (tx) => tx.text.count({ where: { id: textId } }))).toBe(0)
    expect(await asSystem('test', (tx) => tx.passage.count({ where: { edition: { textId } } }))).toBe(0)
  })

  test('given one that still runs, it is left alone', async () => {
    const textId = await aDraft(scene)
    const set = (state: string) =>
      asSystem('test', (tx) => tx.edition.updateMany({ where: { textId }, data: { state } }), { write: true })
    await set('importing')
    expect(await removeDeadImports(new Date())).toBe(0)
    await set('draft')
    expect((await draftOf(scene, textId)).total).toBe(8)
  })
})

describe('a text of 31,000 passages', () => {
  const chapters = 1_476
  const long = Array.from({ length: chapters }, (_, chapter) => [
    `## Chapter ${chapter + 1}`,
    ...Array.from(
      { length: 20 },
      (_, place) =>
        `Paragraph ${place + 1} of chapter ${chapter + 1}: the river council shares the water of a dry summer between mills and gardens, and says aloud who opens the weir and when.`,
    ),
  ])
    .flat()
    .join('\n\n')

  test('given it is brought in and published, every passage has its place, and no view loads it all', {
    timeout: 180_000,
  }, async () => {
    const { textId } = accepted(
      await importText(scene.olga, scene.groupId, { bytes: bytesOf(`# Long\n\n${long}`), fileName: 'long.md' }),
    )
    const { result: draft, statements } = await countStatements(() => draftOf(scene, textId))
    expect([draft.total, draft.kept, draft.rows.length]).toEqual([chapters * 21 + 1, chapters * 21 + 1, 150])
    expect(statements).toHaveLength(5)
    const late = await loadDraft(scene.olga, textId, { page: draft.pages, only: null })
    expect(late?.rows.at(-1)?.reference).toBe(`${chapters} ¶20`)

    expect(accepted(await publishText(scene.olga, textId, 0))).toEqual({ passageCount: chapters * 21 + 1 })
    const last = await loadPassage(scene.hana, textId, chapters * 21 + 1)
    expect(last?.passage).toMatchObject({
      reference: `${chapters} ¶20`,
      text: expect.stringContaining(`Paragraph 20 of chapter ${chapters}:`),
    })
    const window = accepted(await loadPassageWindow(scene.hana, textId, { at: '700, par. 3' }))
    expect(window?.passages[0]?.text).toContain('Paragraph 3 of chapter 700:')
    expect(window?.passages).toHaveLength(100)
    const stored = await asSystem(
      'test',
      (
        tx,
      ) => tx.$queryRaw`SELECT count(*)::int AS rows, count(DISTINCT ordinal)::int AS ordinals, min(ordinal) AS first,
        max(ordinal) AS last FROM "Passage" WHERE "editionId" = ${window?.editionId}::uuid`,
    )
    const all = chapters * 21 + 1
    expect(stored).toEqual([{ rows: all, ordinals: all, first: 1, last: all }])
  })
})
