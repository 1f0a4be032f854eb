/** What a group has agreed, in one list: narrowed, paged, and told as files; to each reader no more than is theirs. */
import { describe, expect, test } from 'vitest'
import { foundRoutes } from '#features/conclusions/api/found.ts'
import { shareWithGroup } from '#features/conclusions/commands/share.ts'
import { loadGroupConclusions } from '#features/conclusions/loaders.ts'
import { cell } from '#features/conclusions/queries/document/csv.ts'
import { type ConclusionFilter, conclusionFilter } from '#features/conclusions/schema.ts'
import { typedReference } from '#features/conclusions/views/found-address.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { loadTextsWith } from '#features/texts/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import { mostFilesAtOnce } from '#lib/api/stream.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { type Held, heldMeeting, meetingOf, pastTheRules, publishedText } from '#tests/setup/meetings.ts'
import { request } from '#tests/setup/people.ts'
import { adopted, consent, done, draft, drafted, put, side, wording } from './conclusions-given.ts'

const FORMULA = '=HYPERLINK("http://river.invalid","levels")'

/** A bilateral in which something was adopted, something put and something drafted, each resting on another passage or on none. */
async function agreed() {
  const held = await heldMeeting(2)
  const editionId = await publishedText(held.groupId, held.organizer)
  const on = (text: string, first: number, last = first) => ({
    ...wording(text),
    citations: [{ editionId, first, last }],
  })
  const levels = await adopted(held, { title: 'River levels', content: on('Mesuré chaque semaine à Évora.', 2) })
  const weirs = await put(held, { title: 'Weirs', kind: 'common-position', content: on('Weirs are kept by both.', 3) })
  const loose = await drafted(held, { title: FORMULA, content: wording('Ничего не решено.') })
  const textId = (await loaded(held.organizer, held)).choices.texts[0]?.id ?? ''
  return { ...held, editionId, textId, levels, weirs, loose }
}

async function loaded(viewer: Viewer, { groupId }: Pick<Held, 'groupId'>, chosen: Partial<ConclusionFilter> = {}) {
  const view = await loadGroupConclusions(viewer, groupId, conclusionFilter.parse(chosen))
  if (view === null) throw new Error('The group is not theirs.')
  return view
}

async function ids(viewer: Viewer, held: Pick<Held, 'groupId'>, chosen: Partial<ConclusionFilter> = {}) {
  return (await loaded(viewer, held, chosen)).conclusions.map(({ id }) => id)
}

async function fileOf(viewer: Viewer, groupId: string, ending: 'md' | 'csv' | 'json', query = ''): Promise<string> {
  const asked = await request(viewer, 'GET', `/groups/${groupId}/conclusions.${ending}${query}`)
  const response = await apiOf([foundRoutes], knowsOf).fetch(asked)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="conclusions-[\d-]+\.\w+"$/)
  return response.text()
}

describe('Given conclusions of a bilateral', () => {
  test('when the list is narrowed, then by each choice, by several at once, and it says which to give up', async () => {
    const held = await agreed()
    const { head, partyId } = side(held, 0)
    const { levels, weirs, loose, textId } = held
    // What is agreed comes first.
    expect(await ids(head, held)).toEqual([levels, loose, weirs])
    expect(await ids(head, held, { order: 'newest' })).toEqual([loose, weirs, levels])
    expect(await ids(head, held, { order: 'passage', text: textId })).toEqual([levels, weirs])
    expect(await ids(head, held, { order: 'passage' })).toEqual([levels, weirs, loose])
    expect(await ids(head, held, { text: textId, from: 3, to: 3 })).toEqual([weirs])
    expect(await ids(head, held, { text: textId, from: 1, to: 2 })).toEqual([levels])
    expect(await ids(head, held, { kind: 'common-position' })).toEqual([weirs])
    expect(await ids(head, held, { state: 'adopted' })).toEqual([levels])
    expect(await ids(head, held, { meeting: held.meetingId })).toEqual([levels, loose, weirs])
    expect(await ids(head, held, { party: partyId, state: 'put' })).toEqual([weirs])
    const library = (await loaded(head, held)).choices.parties.find(({ name }) => name === 'Library')
    expect(await ids(head, held, { party: library?.id })).toEqual([])
    const none = await loaded(head, held, { state: 'adopted', kind: 'common-position', words: 'weirs' })
    expect(none).toMatchObject({ found: 0, any: true, next: null })
    expect(none.loosened).toEqual([
      { by: 'kind', found: 0 },
      { by: 'state', found: 1 },
      { by: 'words', found: 0 },
    ])
  })

  test('when words are looked for, then accents and capitals make no difference, and each of them stands there', async () => {
    const held = await agreed()
    const { head } = side(held, 0)
    for (const words of ['evora', 'ÉVORA mesure', 'levels E\u0301vora'])
      expect(await ids(head, held, { words })).toEqual([held.levels])
    expect(await ids(head, held, { words: 'ничего РЕШЕНО' })).toEqual([held.loose])
    expect(await ids(head, held, { words: 'evora weirs' })).toEqual([])
    // What has a meaning in patterns has none here.
    for (const words of ['%', '_', '.*', '[a', '\\', '('])
      expect((await loaded(head, held, { words })).found).toBeLessThanOrEqual(1)
    expect(await ids(head, held, { words: '("http' })).toEqual([held.loose])
  })

  test('when each is told, then with how it came to where it stands', async () => {
    const held = await agreed()
    const { conclusions } = await loaded(side(held, 0).head, held, { order: 'newest' })
    const steps = conclusions.map(({ history }) =>
      history.map(({ step, version, given, deciders }) => [step, version, given, deciders]),
    )
    expect(steps).toEqual([
      [['drafted', null, null, null]],
      [
        ['drafted', null, null, null],
        ['put', 1, 0, 2],
      ],
      [
        ['drafted', null, null, null],
        ['put', 1, null, null],
        ['adopted', null, 2, 2],
      ],
    ])
    expect(conclusions[2]).toMatchObject({
      opensIn: held.meetingId,
      parties: [{ name: 'Quarter 1' }, { name: 'Quarter 2' }],
      citations: [{ firstReference: '1 ¶2' }],
      begins: 'Mesuré chaque semaine à Évora.',
    })
  })

  test('when one replaces another, then both say so, to those who see both', async () => {
    const held = await agreed()
    const newer = await adopted(held, { title: 'Newer levels', supersedesId: held.levels })
    const { conclusions } = await loaded(side(held, 1).observer, held)
    const of = (id: string) => conclusions.find((one) => one.id === id)?.history.at(-1)
    expect(of(held.levels)).toMatchObject({ step: 'replaced', other: { id: newer, meetingId: held.meetingId } })
    expect(of(newer)).toMatchObject({ step: 'replaces', other: { id: held.levels } })
  })

  test('when one is shared, then the group finds it alone, and not from which meeting it came nor who answered', async () => {
    const held = await agreed()
    expect(await loaded(held.outsider, held)).toMatchObject({
      conclusions: [],
      found: 0,
      any: false,
      choices: { meetings: [] },
    })
    for (const { head } of held.sides) done(await shareWithGroup(head, held.levels, { agree: true }))
    const { conclusions, found } = await loaded(held.outsider, held)
    expect(found).toBe(1)
    expect(conclusions).toMatchObject([
      { id: held.levels, meeting: null, opensIn: null, history: [{ step: 'adopted', given: null, deciders: null }] },
    ])
    expect(conclusions[0]?.history).toHaveLength(1)
    expect(await ids(held.outsider, held, { meeting: held.meetingId })).toEqual([])
    expect(await ids(held.outsider, held, { party: side(held, 0).partyId, words: 'evora' })).toEqual([held.levels])
    expect(await ids(held.outsider, held, { after: held.weirs })).toEqual([held.levels])
    for (const ending of ['md', 'csv', 'json'] as const) {
      const file = await fileOf(held.outsider, held.groupId, ending)
      expect(file).toContain('Levels are measured weekly.')
      for (const hidden of ['Weirs', 'Ничего', 'Hal Birch', 'drafted']) expect(file).not.toContain(hidden)
    }
  })

  test('when a text is limited to others, then nothing is found by it, and its words leave in no file', async () => {
    const held = await agreed()
    const { head } = side(held, 0)
    await pastTheRules(`INSERT INTO "TextParty" ("textId", "partyId", "groupId")
      SELECT '${held.textId}', p.id, p."groupId" FROM "Party" p WHERE p."groupId" = '${held.groupId}' AND p.name = 'Library'`)
    expect(await ids(head, held, { text: held.textId })).toEqual([])
    expect((await loaded(head, held)).choices.texts).toEqual([])
    expect((await loaded(head, held)).conclusions.flatMap(({ citations }) => citations)).toEqual([])
    expect(await fileOf(head, held.groupId, 'json')).not.toContain('Levels are measured weekly.')
  })
})

describe('Given a passage that is named without its text', () => {
  const naming = (...typed: readonly string[]) => ({ typed, textId: null })

  test('when one text of those that one reads has it, then that one, with where it begins and ends', async () => {
    const held = await heldMeeting(1)
    const { head } = side(held, 0)
    await publishedText(held.groupId, held.organizer)
    const found = [{ title: 'The river book', from: 2, to: 2 }]
    for (const typed of ['1 ¶2', '1 2', '1.2', '2', '¶2', 'p/2'])
      expect(await loadTextsWith(head, held.groupId, naming(typed))).toMatchObject(found)
    expect(await loadTextsWith(head, held.groupId, naming('1 ¶3', '1 ¶2'))).toMatchObject([{ from: 2, to: 3 }])
    for (const typed of ['99 ¶9', '4', 'p/4', '¶9'])
      expect(await loadTextsWith(head, held.groupId, naming(typed))).toEqual([])
    expect(await loadTextsWith(head, held.groupId, naming('1 ¶2', '99 ¶9'))).toEqual([])
    for (const typed of [['weekly'], []])
      expect(await loadTextsWith(head, held.groupId, naming(...typed))).toEqual({ refused: 'not-a-reference' })
  })

  test('when a section is named, then all that stands in it, up to the next that is not below it', async () => {
    const held = await heldMeeting(1)
    const { head } = side(held, 0)
    const { groupId, organizer } = held
    const headings = { 1: ['1', 1], 3: ['1.1', 2], 5: ['2', 1] } as Readonly<Record<number, readonly [string, number]>>
    await asSystem(
      'test',
      async (tx) => {
        const createdById = organizer.personId
        const text = await tx.text.create({ data: { groupId, title: 'The book of weirs', createdById } })
        const beginning = { groupId, textId: text.id, number: 1, state: 'draft', passageCount: 6, createdById }
        const { id: editionId } = await tx.edition.create({ data: beginning })
        await tx.passage.createMany({
          data: ['1', '1 ¶1', '1.1', '1.1 ¶1', '2', '2 ¶1'].map((reference, index) => {
            const [section = reference.split(' ')[0] ?? '', level = 0] = headings[index + 1] ?? []
            const place = { ordinal: index + 1, position: index + 1, reference, section, level }
            const kind = level === 0 ? 'paragraph' : 'heading'
            return { groupId, editionId, kind, text: reference, ...place }
          }),
        })
        await tx.edition.update({ where: { id: editionId }, data: { state: 'published', publishedAt: new Date() } })
      },
      { write: true },
    )
    for (const [typed, from, to] of [
      [['1'], 1, 4],
      [['§ 1.1'], 3, 4],
      [['2'], 5, 6],
      [['1.1', '2'], 3, 6],
      [['1.1 ¶1', '2'], 4, 6],
      [['p/2'], 2, 2],
      [['6'], 6, 6],
    ] as const)
      expect(await loadTextsWith(head, held.groupId, naming(...typed))).toMatchObject([{ from, to }])
  })

  test('when it stands in a text that is limited to others, then for whoever reads that one alone', async () => {
    const held = await heldMeeting(2)
    const [one, other] = [side(held, 0), side(held, 1)]
    await publishedText(held.groupId, held.organizer, [one.partyId])
    const seenBy = (viewer: Viewer) => loadTextsWith(viewer, held.groupId, naming('1 ¶2'))
    expect(await seenBy(one.head)).toHaveLength(1)
    expect(await seenBy(other.head)).toEqual([])
    await publishedText(held.groupId, held.organizer)
    expect(await seenBy(one.head)).toHaveLength(2)
    const texts = await seenBy(other.head)
    expect(texts).toHaveLength(1)
    const inOne = { typed: ['1 ¶2'], textId: Array.isArray(texts) ? texts[0].id : '' }
    expect(await loadTextsWith(one.head, held.groupId, inOne)).toHaveLength(1)
    expect(await loadTextsWith(held.outsider, (await heldMeeting(1)).groupId, naming('1 ¶2'))).toBeNull()
  })
})

test('Given more than a page, when one goes on, then each comes once, in either order, and the file holds them all', async () => {
  const held = await heldMeeting(1)
  const { head } = side(held, 0)
  const editionId = await publishedText(held.groupId, held.organizer)
  for (let n = 0; n < 30; n++) {
    const citations = n % 2 === 0 ? [{ editionId, first: 1 + (n % 3), last: 3 }] : []
    await drafted({ ...held, chair: head }, { title: `Draft ${n}`, content: { ...wording('Levels'), citations } })
  }
  for (const order of ['adopted', 'newest', 'passage'] as const) {
    const first = await loaded(head, held, { order })
    expect([first.conclusions.length, first.found]).toEqual([25, 30])
    const second = await loaded(head, held, { order, after: first.next ?? undefined })
    expect(second.next).toBeNull()
    expect(new Set([...first.conclusions, ...second.conclusions].map(({ id }) => id)).size).toBe(30)
  }
  const file = JSON.parse(await fileOf(head, held.groupId, 'json'))
  expect(file).toMatchObject({ format: 'concordance-conclusions', group: { id: held.groupId } })
  expect(file.conclusions).toHaveLength(30)
})

test('Given a party that left, when it asks, then it finds what it decided on, and nothing that came later', async () => {
  const held = await heldMeeting(4)
  const kept = await adopted(held, { title: 'With all' })
  await drafted(held, { title: 'Only drafted' })
  const { head, partyId } = side(held, 3)
  done(await leaveMeeting(head, held.meetingId, partyId))
  const later = await put(held, { title: 'Without it' })
  for (const place of [0, 1, 2]) done(await consent(side(held, place).head, later))
  expect(await ids(head, held)).toEqual([kept])
  expect(await ids(side(held, 0).head, held)).toHaveLength(3)
})

test('Given a file, when it is only asked after, and often, then it is told of and no place is taken for it', async () => {
  const held = await heldMeeting(2)
  const { head } = side(held, 0)
  const ask = async (method: 'HEAD' | 'GET') =>
    apiOf([foundRoutes], knowsOf).fetch(await request(head, method, `/groups/${held.groupId}/conclusions.csv`))
  for (let n = 0; n < 2 * mostFilesAtOnce; n++) {
    const { status, headers, body } = await ask('HEAD')
    expect([status, headers.get('content-type'), body]).toEqual([200, 'text/csv; charset=utf-8', null])
  }
  expect(await (await ask('GET')).text()).toContain('Title')
})

describe('Given words that a spreadsheet would carry out', () => {
  test('when they leave as a table, then they are words, and the other files hold them as they stand', async () => {
    const held = await agreed()
    const { head } = side(held, 0)
    const table = await fileOf(head, held.groupId, 'csv', '?state=draft')
    expect(table).toContain(`\r\n"'=HYPERLINK(""http://river.invalid"",""levels"")",`)
    const { conclusions } = JSON.parse(await fileOf(head, held.groupId, 'json', '?state=draft'))
    expect(conclusions[0].title).toBe(FORMULA)
    // A day stands as a spreadsheet sorts it.
    expect(table).toMatch(/\r\n"[^\n]*","\d{4}-\d{2}-\d{2}",/)
  })

  test.each(['=1', '+1', '-1', '@a', ' =1', '＝1', '＋1', '－1', '＠a', '\ufeff=1'])('%j', (words) => {
    expect(cell(words)).toBe(`"'${words}"`)
  })

  test.each([
    ['We agree.\n=1', "We agree.\n'=1"],
    ['a;=1;+2', "a;'=1;'+2"],
    ['a\t@b|-1', "a\t'@b|'-1"],
    ['a\r\n\r\n =1', "a\r\n\r\n' =1"],
    ['=1;=1', "'=1;'=1"],
    ['\t=1', "'\t'=1"],
    ['\n=1', "'\n'=1"],
  ])('%j within a cell', (words, safe) => {
    expect(cell(words)).toBe(`"${safe}"`)
  })

  test.each(['a=1', '', '2-1', '“=1”', 'a, =1', 'a\nb; c'])('%j stays', (words) => {
    expect(cell(words)).toBe(`"${words}"`)
  })
})

test('Given conclusions on the same passage, when they leave as Markdown, then its words stand there once, behind all', async () => {
  const held = await agreed()
  const { head } = side(held, 0)
  await adopted(held, {
    title: 'Levels again',
    content: { ...wording('Weekly.'), citations: [{ editionId: held.editionId, first: 2, last: 3 }] },
  })
  const file = await fileOf(head, held.groupId, 'md', `?text=${held.textId}&from=2&to=2&words=e`)
  expect(file.match(/Levels are measured weekly\./g)).toHaveLength(1)
  expect(file.indexOf('## Passages cited')).toBeGreaterThan(file.lastIndexOf('Levels again'))
  expect(file).toContain('### The river book, edition 1\n\n**1 ¶2**\n\n> Levels are measured weekly.')
  expect(file).toContain('- Passages: 1 ¶2')
})

test('Given the heading of a section, its address names it, and no passage counted from the beginning', () => {
  expect(['2', '2.3', '¶5'].map(typedReference)).toEqual(['§ 2', '2.3', '¶5'])
})

test('Given conclusions of several meetings, when narrowed to one, then its own alone', async () => {
  const held = await heldMeeting(2)
  const one = await drafted(held, draft())
  const { organizer, chair, groupId, sides } = held
  const other = await meetingOf(groupId, sides, { organizer, chair, state: 'open' })
  const two = await drafted({ ...held, ...other })
  expect(await ids(chair, held, { meeting: other.meetingId })).toEqual([two])
  expect(await ids(chair, held, { meeting: held.meetingId })).toEqual([one])
})
