/** What comes next: in which order it is told, and what is told as one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWait, type KindOf, type NextAct, type NextActKind, nextActKinds, nextLines } from '#domain/next-acts.ts'

const act = (kind: NextActKind, more: Partial<NextAct> = {}): NextAct => ({
  kind,
  groupId: 'river',
  title: kind,
  at: null,
  count: 1,
  ...more,
})

const unsaid = () => null
const told = (acts: readonly NextAct[], kindOf: KindOf = unsaid) =>
  nextLines(acts, kindOf).map(({ first }) => first.title)
const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T10:00:00.000Z`

describe('given what a group needs', () => {
  test('then what cannot wait comes first, and what others have in hand last', () => {
    const acts = [
      act('head-unanswered', { at: day(9) }),
      act('name-people'),
      act('schedule'),
      act('text'),
      act('appoint-chair', { at: day(25) }),
      act('agenda', { at: day(20) }),
      act('put-minutes', { at: day(1) }),
      act('open-meeting', { at: day(3) }),
    ]
    expect(told(acts)).toEqual([
      'open-meeting',
      'put-minutes',
      'agenda',
      'appoint-chair',
      'text',
      'schedule',
      'name-people',
      'head-unanswered',
    ])
  })

  test('then of meetings that have a date the nearest comes first, whatever they lack', () => {
    const acts = [
      act('appoint-chair', { at: day(20), title: 'chair of the later' }),
      act('passages', { at: day(4), title: 'passages of the nearer' }),
    ]
    expect(told(acts)).toEqual(['passages of the nearer', 'chair of the later'])
  })

  test('then a group is founded in the order in which one thing rests on the other', () => {
    const acts = (['meeting', 'edition', 'text', 'invite-head', 'party'] as const).map((kind) => act(kind))
    expect(told(acts)).toEqual(['party', 'invite-head', 'text', 'edition', 'meeting'])
  })

  test('then a study circle is founded on what it reads and who reads with it', () => {
    const acts = (['meeting', 'name-people', 'edition', 'text', 'schedule', 'party'] as const).map((kind) => act(kind))
    const inOrder = ['text', 'edition', 'name-people', 'party', 'meeting', 'schedule']
    expect(told(acts, () => 'study-circle')).toEqual(inOrder)
    for (const kind of [null, 'negotiation', 'assembly'] as const)
      expect(told(acts, () => kind)).toEqual(['party', 'text', 'edition', 'meeting', 'schedule', 'name-people'])
  })

  test('then what others have in hand is waited for, and nothing else is', () => {
    const waits = nextActKinds.filter((kind) => nextLines([act(kind)], unsaid).some(isWait))
    expect(waits).toEqual(['head-unanswered', 'people-unanswered', 'minutes-unanswered'])
  })

  test('then the agenda of a draft waits until there is something to talk about', () => {
    expect(told([act('agenda'), act('text')])).toEqual(['text', 'agenda'])
  })
})

describe('given several parties without a head', () => {
  const heads = ['Weir', 'Mill', 'Ferry'].map((title) => act('invite-head', { title }))

  test('then they are one line, by name, with their number', () => {
    expect(nextLines(heads, unsaid)).toMatchObject([
      { titles: ['Ferry', 'Mill', 'Weir'], count: 3, first: { title: 'Ferry' } },
    ])
  })

  test('then those of another group are another line', () => {
    const other = act('invite-head', { title: 'Dune', groupId: 'coast' })
    expect(nextLines([...heads, other], unsaid).map(({ count }) => count)).toEqual([1, 3])
  })

  test('then those whose invitation ran out are another line', () => {
    const again = act('invite-head-again', { title: 'Dune', at: day(1) })
    expect(nextLines([...heads, again], unsaid).map(({ titles }) => titles)).toEqual([
      ['Ferry', 'Mill', 'Weir'],
      ['Dune'],
    ])
  })
})

test('given items of two meetings that name no passage, then each meeting has its line, with the number of its items', () => {
  const acts = [act('passages', { title: 'one', count: 3 }), act('passages', { title: 'two', count: 2 })]
  expect(nextLines(acts, unsaid).map(({ count, titles }) => [count, titles])).toEqual([
    [3, ['one']],
    [2, ['two']],
  ])
})

const anyAct = fc.record<NextAct>({
  kind: fc.constantFrom(...nextActKinds),
  groupId: fc.constantFrom('river', 'coast'),
  title: fc.constantFrom('a', 'b', 'c'),
  at: fc.constantFrom(null, day(1), day(2)),
  count: fc.integer({ min: 1, max: 5 }),
})

test('whatever is next, nothing is lost, and the order in which it came says nothing', () => {
  fc.assert(
    fc.property(fc.array(anyAct), fc.infiniteStream(fc.nat()), (acts, draws) => {
      const lines = nextLines(acts, unsaid)
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
      expect(sum(lines.map(({ count }) => count))).toBe(sum(acts.map(({ count }) => count)))
      expect(sum(lines.map(({ titles }) => titles.length))).toBe(acts.length)
      const shuffled = acts
        .map((one) => ({ one, draw: draws.next().value ?? 0 }))
        .toSorted((one, other) => one.draw - other.draw)
        .map(({ one }) => one)
      expect(nextLines(shuffled, unsaid).map(({ first: { kind, at, title } }) => [kind, at, title])).toEqual(
        lines.map(({ first: { kind, at, title } }) => [kind, at, title]),
      )
    }),
  )
})
