import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeDraft, discardDraft, limitText } from '#features/texts/commands/change-text.ts'
import { editDraft, undoEdit } from '#features/texts/commands/edit-draft.ts'
import { importText } from '#features/texts/commands/import-text.ts'
import { loadDraft, loadTextHead } from '#features/texts/loaders.ts'
import type { EditInput } from '#features/texts/schema.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { groupOf, partyOf } from '#tests/setup/people.ts'
import { accepted, aDraft, aGroup, aPublishedText, draftOf, type Scene } from './texts-given.ts'

let scene: Scene
let textId: string

beforeAll(async () => {
  scene = await aGroup()
})

beforeEach(async () => {
  textId = await aDraft(scene)
})

const edit = (input: EditInput, revision = 0) => editDraft(scene.olga, textId, { revision, edit: input })
const words = async () => (await draftOf(scene, textId)).rows.map(({ text, dropped }) => (dropped ? `(${text})` : text))
async function idOf(beginning: string): Promise<string> {
  const row = (await draftOf(scene, textId)).rows.find(({ text }) => text.startsWith(beginning))
  if (row === undefined) throw new Error(`No passage begins with ${beginning}`)
  return row.id
}

describe('the preview is corrected', () => {
  test('given two passages, merging makes them one and renumbers what follows', async () => {
    accepted(await edit({ edit: 'merge', id: await idOf('The summer'), with: 'next' }))
    const { rows, kept } = await draftOf(scene, textId)
    expect(kept).toBe(7)
    expect(rows.find(({ reference }) => reference === '1 ¶1')?.text).toMatch(/^The summer is dry\..* old weir\.$/)
  })

  test('given a cursor in a passage, splitting makes two in place', async () => {
    accepted(await edit({ edit: 'split', id: await idOf('The summer'), offset: 'The summer is dry.'.length }))
    const { rows } = await draftOf(scene, textId)
    expect(rows.slice(3, 5).map(({ text, reference }) => [reference, text])).toEqual([
      ['1 ¶1', 'The summer is dry.'],
      ['1 ¶2', 'The mills need water in the morning, the gardens in the evening.'],
    ])
  })

  test('given no room between two passages, splitting spreads the draft first', async () => {
    const [id, next] = [await idOf('The summer'), await idOf('Nobody')]
    await asSystem('test', (tx) => tx.passage.update({ where: { id: next }, data: { position: 4 + 2 ** -50 } }), {
      write: true,
    })
    accepted(await edit({ edit: 'split', id, offset: 18 }))
    expect((await words()).slice(3, 6)).toEqual([
      'The summer is dry.',
      'The mills need water in the morning, the gardens in the evening.',
      'Nobody has measured the leak at the old weir.',
    ])
  })

  test('given a paragraph, it becomes a heading, and the sections follow', async () => {
    accepted(await edit({ edit: 'retype', id: await idOf('Nobody'), kind: 'heading', level: 1 }))
    const { rows } = await draftOf(scene, textId)
    expect(rows.slice(4).map(({ reference }) => reference)).toEqual(['2', '3', '3 ¶1', '3 ¶2'])
  })

  test('given a suspicion, all of its sort are dropped at once, shown struck out, and can be restored', async () => {
    const dropped = accepted(await edit({ edit: 'drop-suspects', suspect: 'reading-time' }))
    expect(dropped.changed).toBe(1)
    expect((await words())[1]).toBe('(12 mins read)')
    accepted(await edit({ edit: 'restore', ids: [await idOf('12 mins')] }, 1))
    expect((await words())[1]).toBe('12 mins read')
  })

  test('given a filter, only what is suspected of it is shown, under its number in the whole', async () => {
    const draft = await loadDraft(scene.olga, textId, { page: 1, only: 'reading-time' })
    expect(draft?.rows.map(({ text, reference }) => [text, reference])).toEqual([['12 mins read', '¶1']])
  })

  test.each<[string, EditInput['edit'], (id: string) => EditInput]>([
    ['split-leaves-nothing', 'split', (id) => ({ edit: 'split', id, offset: 0 })],
    ['level-out-of-bounds', 'retype', (id) => ({ edit: 'retype', id, kind: 'heading', level: 9 })],
    ['nothing-to-change', 'restore', (id) => ({ edit: 'restore', ids: [id] })],
    ['unknown-passage', 'merge', () => ({ edit: 'merge', id: '0190a000-0000-7000-8000-000000000001', with: 'next' })],
  ])('given what cannot be done, it is refused as %s and changes nothing', async (refused, _, inputOf) => {
    const before = await draftOf(scene, textId)
    expect(await edit(inputOf(await idOf('Nobody')))).toMatchObject({ refused })
    expect(await draftOf(scene, textId)).toEqual(before)
  })

  test('given a passage of another draft, it is unknown here', async () => {
    const other = await aDraft(scene)
    const foreign = (await draftOf(scene, other)).rows[3]
    expect(await edit({ edit: 'drop', ids: [foreign?.id ?? ''] })).toMatchObject({ refused: 'unknown-passage' })
  })
})

describe('an edit is taken back', () => {
  test.each<[string, (id: string) => EditInput]>([
    ['merge', (id) => ({ edit: 'merge', id, with: 'previous' })],
    ['split', (id) => ({ edit: 'split', id, offset: 9 })],
    ['retype', (id) => ({ edit: 'retype', id, kind: 'quote', level: 1 })],
    ['drop', (id) => ({ edit: 'drop', ids: [id] })],
  ])('given a %s, the draft is again as it was', async (_, inputOf) => {
    const before = await draftOf(scene, textId)
    const done = accepted(await edit(inputOf(await idOf('Nobody'))))
    accepted(await undoEdit(scene.olga, textId, { revision: done.revision, undo: done.undo ?? '' }))
    expect(await draftOf(scene, textId)).toEqual({ ...before, revision: 2 })
  })

  test('given that somebody changed the draft since, it is not', async () => {
    const done = accepted(await edit({ edit: 'drop', ids: [await idOf('Nobody')] }))
    accepted(await edit({ edit: 'drop', ids: [await idOf('12 mins')] }, 1))
    const undo = done.undo ?? ''
    expect(await undoEdit(scene.olga, textId, { revision: 1, undo })).toMatchObject({ refused: 'draft-changed' })
    expect(await undoEdit(scene.olga, textId, { revision: 2, undo })).toMatchObject({ refused: 'draft-changed' })
  })

  test('given words that were forged, they do not get in', async () => {
    const done = accepted(await edit({ edit: 'split', id: await idOf('Nobody'), offset: 9 }))
    const [payload = '', seal = ''] = (done.undo ?? '').split('.')
    const forged = Buffer.from(payload, 'base64url').toString().replaceAll('Nobody', 'Anybody')
    const undo = `${Buffer.from(forged).toString('base64url')}.${seal}`
    expect(await undoEdit(scene.olga, textId, { revision: 1, undo })).toMatchObject({ refused: 'draft-changed' })
    expect((await words()).join(' ')).not.toContain('Anybody')
  })
})

describe('two organizers correct one draft', () => {
  test('given both saw the same, one succeeds and the other is told', async () => {
    const ids = [await idOf('Nobody')]
    const answers = await Promise.all([
      edit({ edit: 'drop', ids }),
      edit({ edit: 'drop', ids: [await idOf('12 mins')] }),
    ])
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'draft-changed', revision: 1 }])
    expect((await draftOf(scene, textId)).kept).toBe(7)
  })

  test('given an older draft on the screen, title and end are refused too', async () => {
    accepted(await edit({ edit: 'drop', ids: [await idOf('Nobody')] }))
    const about = { revision: 0, title: 'Other', direction: 'ltr' } as const
    expect(await describeDraft(scene.olga, textId, about)).toMatchObject({ refused: 'draft-changed' })
    expect(await discardDraft(scene.olga, textId, 0)).toMatchObject({ refused: 'draft-changed' })
  })
})

describe('a draft gets a name and an end', () => {
  test('given another title and direction, both are kept', async () => {
    accepted(await describeDraft(scene.olga, textId, { revision: 0, title: 'The river', direction: 'rtl' }))
    expect(await draftOf(scene, textId)).toMatchObject({ title: 'The river', direction: 'rtl', revision: 1 })
  })

  test('given it is thrown away, nothing is left of it', async () => {
    expect(await discardDraft(scene.olga, textId, 0)).toBeUndefined()
    expect(await loadTextHead(scene.olga, textId)).toBeNull()
    const left = await asSystem('test', (tx) =>
      Promise.all([tx.text.count({ where: { id: textId } }), tx.passage.count({ where: { edition: { textId } } })]),
    )
    expect(left).toEqual([0, 0])
  })

  test('given a member who does not organize, there is nothing to change', async () => {
    const input = { revision: 0, edit: { edit: 'drop', ids: [await idOf('Nobody')] } } as const
    expect(await editDraft(scene.hana, textId, { ...input, edit: { edit: 'drop', ids: [...input.edit.ids] } })).toEqual(
      {
        refused: 'not-found',
      },
    )
    expect(await discardDraft(scene.hana, textId, 0)).toEqual({ refused: 'not-found' })
  })
})

describe('a text is limited to some parties', () => {
  test('given one party, the other finds nothing; given none, the whole group reads again', async () => {
    const published = await aPublishedText(scene)
    expect(await limitText(scene.olga, published, { partyIds: [scene.upperMills], seen: [] })).toBeUndefined()
    expect(await loadTextHead(scene.hana, published)).not.toBeNull()
    expect(await loadTextHead(scene.otto, published)).toBeNull()
    expect(await limitText(scene.olga, published, { partyIds: [], seen: [scene.upperMills] })).toBeUndefined()
    expect(await loadTextHead(scene.otto, published)).not.toBeNull()
  })

  test('given an organizer who takes their change back after another has made one, the other stands', async () => {
    const published = await aPublishedText(scene)
    const { upperMills, reedHarbour } = scene
    expect(await limitText(scene.olga, published, { partyIds: [upperMills, reedHarbour], seen: [] })).toBeUndefined()
    const sees = { seen: [reedHarbour, upperMills] }
    expect(await limitText(scene.olga, published, { partyIds: [upperMills], ...sees })).toBeUndefined()
    // The undo of the first, and a dialog that was opened before the second.
    for (const partyIds of [[], [reedHarbour]])
      expect(await limitText(scene.olga, published, { partyIds, ...sees })).toEqual({
        refused: 'parties-changed',
        partyIds: [upperMills],
      })
    expect(await loadTextHead(scene.otto, published)).toBeNull()
    expect(await limitText(scene.hana, published, { partyIds: [], ...sees })).toEqual({ refused: 'not-entitled' })
  })

  test('given a party of another group, it is refused', async () => {
    const elsewhere = await partyOf(await groupOf(scene.stella), 'Far Harbour')
    expect(await limitText(scene.olga, textId, { partyIds: [elsewhere], seen: [] })).toMatchObject({
      refused: 'invalid-input',
    })
  })

  test('given a member who does not organize, it is not for them', async () => {
    const published = await aPublishedText(scene)
    expect(await limitText(scene.hana, published, { partyIds: [], seen: [] })).toEqual({ refused: 'not-entitled' })
  })
})

test('given 1,200 running heads, as many are dropped at once as one act may take, and the rest by another', async () => {
  const heads = Array.from(
    { length: 1_200 },
    (_, page) => `RIVER COUNCIL REPORT\n\nParagraph ${page} says something new.`,
  )
  const long = accepted(
    await importText(scene.olga, scene.groupId, { pasted: heads.join('\n\n') }, { format: 'plain' }),
  ).textId
  const drop = { edit: 'drop-suspects', suspect: 'repeated-line' } as const
  const first = accepted(await editDraft(scene.olga, long, { revision: 0, edit: drop }))
  expect(first.changed).toBe(1_000)
  expect(accepted(await editDraft(scene.olga, long, { revision: 1, edit: drop })).changed).toBe(200)
  expect((await draftOf(scene, long)).kept).toBe(1_200)
})
