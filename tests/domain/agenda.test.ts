import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Agenda,
  type AgendaItem,
  agendaDefaults,
  type ItemContent,
  itemKindsOf,
  mostItems,
} from '#domain/agenda/agenda.ts'
import type { AgendaCommand } from '#domain/agenda/command.ts'
import { decideAgenda } from '#domain/agenda/decide.ts'
import { takeUp } from '#domain/agenda/take-up.ts'
import { fitOf, itemTimes, minutesNeeded } from '#domain/agenda/time.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import { evolve } from './agenda-evolve.ts'
import {
  appoint,
  bilateral,
  bilateralDraft,
  chaired,
  close,
  delegate,
  having,
  head,
  noon,
  olga,
  openBilateral,
  outsider,
  type Person,
  standing,
} from './meeting-scene.ts'

const content: ItemContent = {
  kind: 'cooperation',
  title: 'Who clears the weir',
  aim: '',
  minutes: 20,
  leadPartyId: null,
  leadPersonId: null,
}
const item = (id: string, change: Partial<AgendaItem> = {}): AgendaItem => ({ ...content, id, taken: false, ...change })
const agenda: Agenda = {
  version: 7,
  items: [item('weir'), item('ferry', { kind: 'inquiry' }), item('mill', { kind: 'resolution', minutes: 30 })],
  statementMinutes: 5,
  resolutionLimit: 3,
}

type Act = AgendaCommand extends infer Command
  ? Command extends AgendaCommand
    ? Omit<Command, 'by' | 'agendaVersion'>
    : never
  : never
const change = (
  act: Act,
  { by = olga, on = agenda, meeting = chaired }: { by?: Person; on?: Agenda; meeting?: Meeting } = {},
) => decideAgenda(on, { ...act, by: standing(by, meeting), agendaVersion: on.version } as AgendaCommand, meeting)

/** The agenda of a bilateral is its parties' own. */
const inBilateral = { by: head('library'), meeting: bilateral }

function edited(act: Act): Agenda {
  const events = change(act)
  if (isRefusal(events)) throw new Error(events.refused)
  return events.reduce(evolve, agenda)
}

describe('Given an agenda as long as an agenda can be', () => {
  const full = { ...agenda, items: Array.from({ length: mostItems }, (_, n) => item(`item ${n}`)) }

  it('when an item is added, then it is refused with the limit; what is on it can be changed and removed', () => {
    expect(change({ type: 'add-item', itemId: 'one more', content, before: null }, { on: full })).toEqual({
      refused: 'agenda-full',
      limit: mostItems,
    })
    expect(change({ type: 'change-item', itemId: 'item 1', content }, { on: full })).toMatchObject([{}])
    expect(change({ type: 'remove-item', itemId: 'item 1' }, { on: full })).toMatchObject([{}])
  })

  it('when one place is left, then an item takes it', () => {
    const room = { ...full, items: full.items.slice(1) }
    expect(change({ type: 'add-item', itemId: 'one more', content, before: null }, { on: room })).toMatchObject([
      { type: 'item-added' },
    ])
  })

  it('when an item is added before another, then it stands there; not before one that was talked about, or is not there', () => {
    const ids = (before: string | null) => {
      const events = change({ type: 'add-item', itemId: 'new', content, before })
      return isRefusal(events) ? events : events.reduce(evolve, agenda).items.map(({ id }) => id)
    }
    const [first, second] = agenda.items.map(({ id }) => id)
    expect(ids(second ?? null)).toEqual(agenda.items.flatMap(({ id }) => (id === second ? ['new', id] : id)))
    expect(ids(null)).toEqual([...agenda.items.map(({ id }) => id), 'new'])
    expect(ids('gone')).toEqual({ refused: 'no-such-item' })
    const begun = { ...agenda, items: agenda.items.map((one) => ({ ...one, taken: one.id === first })) }
    expect(change({ type: 'add-item', itemId: 'new', content, before: first ?? '' }, { on: begun })).toEqual({
      refused: 'item-taken',
    })
  })

  it('when another meeting carries items here, then it takes up what there is room for, or nothing (rule 16)', () => {
    const carried = ['one', 'two'].map((itemId) => ({ itemId, content }))
    const room = (places: number) => ({ ...full, items: full.items.slice(places) })
    expect(takeUp(room(1), carried, chaired, new Set())).toEqual({ refused: 'agenda-full', limit: mostItems })
    expect(takeUp(room(2), carried, chaired, new Set())).toHaveLength(2)
    expect(takeUp(full, [], chaired, new Set())).toEqual([])
  })
})

describe('Given the agenda of a multilateral of five parties (rule 3)', () => {
  const table = { kind: 'multilateral', parties: 5 } as const

  it('when an item needs statements, then these come on top of its deliberation; procedure needs none', () => {
    expect(minutesNeeded(item('weir'), agenda, table)).toBe(5 * 5 + 20)
    expect(minutesNeeded(item('opening', { kind: 'procedure', minutes: 10 }), agenda, table)).toBe(10)
    expect(minutesNeeded(item('weir'), agenda, { kind: 'bilateral', parties: 2 })).toBe(20)
  })

  it('when it fits, then nothing is proposed', () => {
    expect(fitOf(agenda, table, 145)).toEqual({ needed: 145, available: 145, overBy: 0, proposals: [] })
  })

  it('when it does not fit, then the minutes are said, and what goes to bilaterals, the last item first', () => {
    expect(fitOf(agenda, table, 120)).toEqual({
      needed: 145,
      available: 120,
      overBy: 25,
      proposals: [{ itemId: 'ferry', way: 'move-to-bilaterals', frees: 45 }],
    })
  })

  it('when moving is not enough, then something is dropped too', () => {
    expect(fitOf(agenda, table, 20).proposals).toEqual([
      { itemId: 'ferry', way: 'move-to-bilaterals', frees: 45 },
      { itemId: 'weir', way: 'move-to-bilaterals', frees: 45 },
      { itemId: 'mill', way: 'drop', frees: 55 },
    ])
  })

  it('when a small item turns out not to help, then it is left alone', () => {
    const small = { ...agenda, items: [item('long', { minutes: 60 }), item('short', { minutes: 5 })] }
    expect(fitOf(small, table, 40).proposals).toEqual([{ itemId: 'long', way: 'move-to-bilaterals', frees: 85 }])
  })

  it('when a bilateral does not fit, then its items go to its next meeting; what was taken stays', () => {
    const held = { ...agenda, items: [item('weir', { taken: true }), item('ferry')] }
    expect(fitOf(held, { kind: 'bilateral', parties: 2 }, 30).proposals).toEqual([
      { itemId: 'ferry', way: 'move-to-next-meeting', frees: 20 },
    ])
    expect(fitOf(held, { kind: 'bilateral', parties: 2 }, 5).proposals.map(({ itemId }) => itemId)).toEqual(['ferry'])
  })
})

describe('Given two people who edit one agenda', () => {
  it('when the second saw an older version, then the change is refused and says which is current', () => {
    const by = standing(olga, chaired)
    expect(decideAgenda(agenda, { type: 'remove-item', itemId: 'weir', by, agendaVersion: 6 }, chaired)).toEqual({
      refused: 'agenda-changed',
      seen: 6,
      current: 7,
    })
    expect(edited({ type: 'remove-item', itemId: 'weir' }).version).toBe(8)
  })

  it('when an item is moved, then the order is exact and nothing else changes', () => {
    const order = (moved: Agenda) => moved.items.map(({ id }) => id)
    expect(order(edited({ type: 'move-item', itemId: 'mill', before: 'weir' }))).toEqual(['mill', 'weir', 'ferry'])
    expect(order(edited({ type: 'move-item', itemId: 'weir', before: 'mill' }))).toEqual(['ferry', 'weir', 'mill'])
    expect(order(edited({ type: 'move-item', itemId: 'weir', before: null }))).toEqual(['ferry', 'mill', 'weir'])
    expect(change({ type: 'move-item', itemId: 'weir', before: 'ferry' })).toEqual([])
    expect(change({ type: 'move-item', itemId: 'weir', before: 'weir' })).toEqual([])
    expect(change({ type: 'move-item', itemId: 'weir', before: 'gone' })).toEqual({ refused: 'no-such-item' })
  })

  it('when the meeting has come to an item, then it is neither moved nor removed, and nothing goes before it', () => {
    const on = { ...agenda, items: [item('weir', { taken: true }), item('ferry')] }
    expect(change({ type: 'remove-item', itemId: 'weir' }, { on })).toEqual({ refused: 'item-taken' })
    expect(change({ type: 'move-item', itemId: 'weir', before: null }, { on })).toEqual({ refused: 'item-taken' })
    expect(change({ type: 'move-item', itemId: 'ferry', before: 'weir' }, { on })).toEqual({ refused: 'item-taken' })
  })

  it('when the meeting is closed, then its agenda stands', () => {
    const meeting = having(openBilateral, close(head('library')))
    expect(change({ type: 'remove-item', itemId: 'weir' }, { meeting, by: head('library') })).toEqual({
      refused: 'agenda-fixed',
      state: 'closed',
    })
  })

  it('when a delegate, or a party of a multilateral edits it, then it is refused; the chair may', () => {
    const remove: Act = { type: 'remove-item', itemId: 'weir' }
    expect(change(remove, { by: head('library') })).toEqual({ refused: 'not-entitled' })
    expect(change(remove, { by: delegate('library'), meeting: bilateral })).toEqual({ refused: 'not-entitled' })
    // Whoever set the date for two parties does not write in their agenda.
    expect(change(remove, { meeting: bilateral })).toEqual({ refused: 'not-entitled' })
    expect(isRefusal(change(remove, { meeting: bilateralDraft }))).toBe(false)
    expect(isRefusal(change(remove, { by: outsider }))).toBe(false)
    expect(isRefusal(change(remove, { by: head('harbour'), meeting: bilateral }))).toBe(false)
  })
})

describe('Given resolutions on an agenda (rules 4 and 5)', () => {
  const resolution: Act = { type: 'add-item', itemId: 'new', content: { ...content, kind: 'resolution' }, before: null }
  const full = { ...agenda, items: ['a', 'b', 'c'].map((id) => item(id, { kind: 'resolution' })) }

  it('when a fourth is added, or an item is made one, then it is refused with the limit', () => {
    expect(isRefusal(change(resolution))).toBe(false)
    expect(change(resolution, { on: full })).toEqual({ refused: 'resolution-limit-reached', limit: 3 })
    const on = { ...full, items: [...full.items, item('weir')] }
    const turn: Act = { type: 'change-item', itemId: 'weir', content: { ...content, kind: 'resolution' } }
    expect(change(turn, { on })).toEqual({ refused: 'resolution-limit-reached', limit: 3 })
  })

  it('when the limit is changed, then with a reason, by who schedules, and not below what is planned', () => {
    const raise: Act = { type: 'change-resolution-limit', limit: 4, reason: 'Two are one question' }
    expect(change(raise, { on: full })).toEqual([
      { type: 'resolution-limit-changed', from: 3, to: 4, reason: 'Two are one question' },
    ])
    expect(change({ ...raise, reason: ' ' })).toMatchObject({ refused: 'text-missing', field: 'reason' })
    expect(change({ ...raise, limit: 2 }, { on: full })).toEqual({
      refused: 'resolution-limit-out-of-bounds',
      least: 3,
      most: 20,
    })
    expect(change(raise, inBilateral)).toEqual({ refused: 'only-in-multilaterals' })
    const minuted = having(chaired, appoint(olga, 'rapporteur', delegate('school')))
    expect(change(raise, { by: outsider, meeting: minuted })).toMatchObject([{ type: 'resolution-limit-changed' }])
    expect(change(raise, { by: delegate('school'), meeting: minuted })).toEqual({ refused: 'not-entitled' })
  })

  it('when others carry items here, then as many resolutions as it still holds, all of them or none', () => {
    const carried = (...kinds: ItemContent['kind'][]) =>
      kinds.map((kind, index) => ({ itemId: `carried-${index}`, content: { ...content, kind } }))
    const take = (on: Agenda, ...kinds: ItemContent['kind'][]) => takeUp(on, carried(...kinds), chaired, new Set())
    expect(take(agenda, 'resolution', 'inquiry', 'resolution')).toMatchObject([
      { type: 'item-added', item: { id: 'carried-0', kind: 'resolution', taken: false } },
      { item: { id: 'carried-1', kind: 'inquiry' } },
      { item: { id: 'carried-2', kind: 'resolution' } },
    ])
    const tooMany = { refused: 'resolutions-do-not-fit-there', limit: 3 }
    expect(take(agenda, 'resolution', 'resolution', 'resolution')).toEqual(tooMany)
    expect(take({ ...full, resolutionLimit: 2 }, 'inquiry')).toMatchObject([{ type: 'item-added' }])
  })

  it('when others carry items here, then who is not here leads none of them', () => {
    const led = (lead: Partial<ItemContent>) =>
      takeUp(agenda, [{ itemId: 'one', content: { ...content, ...lead } }], chaired, new Set(['frida']))
    const leads = (leadPartyId: string | null, leadPersonId: string | null) => [{ item: { leadPartyId, leadPersonId } }]
    expect(led({ leadPartyId: 'library' })).toMatchObject(leads('library', null))
    expect(led({ leadPartyId: 'quarry' })).toMatchObject(leads(null, null))
    expect(led({ leadPersonId: 'frida' })).toMatchObject(leads(null, 'frida'))
    expect(led({ leadPersonId: 'gerd' })).toMatchObject(leads(null, null))
  })

  it('when one is put on the agenda of a bilateral, then it is refused', () => {
    expect(change(resolution, inBilateral)).toEqual({ refused: 'resolution-needs-multilateral' })
    expect(itemKindsOf('bilateral')).not.toContain('resolution')
    expect(itemKindsOf('multilateral')).toContain('resolution')
  })
})

describe('Given an item', () => {
  const add = (part: Partial<ItemContent>) =>
    change({ type: 'add-item', itemId: 'new', content: { ...content, ...part }, before: null })

  it('when its title, minutes or lead are wrong, then it is refused with what is wrong', () => {
    expect(add({ title: '' })).toMatchObject({ refused: 'text-missing', field: 'title' })
    expect(add({ title: 'x'.repeat(201) })).toMatchObject({ refused: 'text-too-long', limit: 200 })
    expect(add({ aim: '\ud800' })).toMatchObject({ refused: 'text-ill-formed', field: 'aim' })
    for (const minutes of [0, 1441, 7.5]) expect(add({ minutes })).toMatchObject({ refused: 'minutes-out-of-bounds' })
    expect(add({ leadPartyId: 'bakery' })).toEqual({ refused: 'lead-not-in-meeting' })
    expect(isRefusal(add({ leadPartyId: 'school' }))).toBe(false)
  })

  it('when it is added twice or does not exist, then it is refused', () => {
    expect(change({ type: 'add-item', itemId: 'weir', content, before: null })).toEqual({ refused: 'item-exists' })
    expect(change({ type: 'change-item', itemId: 'gone', content })).toEqual({ refused: 'no-such-item' })
  })

  it('when the time for statements changes, then within an hour, and in multilaterals only', () => {
    expect(edited({ type: 'change-statement-minutes', minutes: 8 }).statementMinutes).toBe(8)
    expect(change({ type: 'change-statement-minutes', minutes: 61 })).toMatchObject({ least: 0, most: 60 })
    expect(change({ type: 'change-statement-minutes', minutes: 8 }, inBilateral)).toEqual({
      refused: 'only-in-multilaterals',
    })
  })
})

describe('Given the kinds of meeting (M2 to M4)', () => {
  it('then bilateral items are longer than multilateral ones, and only a multilateral has statements and resolutions', () => {
    expect(agendaDefaults('bilateral').itemMinutes).toBeGreaterThan(agendaDefaults('multilateral').itemMinutes)
    expect(agendaDefaults('multilateral')).toMatchObject({ statementMinutes: 5, resolutionLimit: 3 })
    expect(agendaDefaults('study')).toMatchObject({ statementMinutes: 0, resolutionLimit: 0 })
  })
})

describe('Properties of an agenda', () => {
  const items = fc
    .array(
      fc.record({ minutes: fc.integer({ min: 1, max: 90 }), kind: fc.constantFrom(...itemKindsOf('multilateral')) }),
    )
    .map((parts) => parts.map((part, place) => item(`item-${place}`, part)))
  const any = fc.record({
    on: items.map((list): Agenda => ({ ...agenda, items: list })),
    parties: fc.integer({ min: 3, max: 20 }),
    available: fc.integer({ min: 5, max: 600 }),
  })

  it('each item starts when the one before ends, and the last ends after the minutes that are needed', () => {
    fc.assert(
      fc.property(any, ({ on, parties, available }) => {
        const table = { kind: 'multilateral', parties } as const
        const times = itemTimes(on, table, noon)
        let clock = noon.getTime()
        for (const time of times) {
          expect(time.startsAt.getTime()).toBe(clock)
          clock += time.minutes * 60_000
        }
        expect(fitOf(on, table, available).needed).toBe((clock - noon.getTime()) / 60_000)
      }),
    )
  })

  it('what is proposed makes room, and none of it is superfluous', () => {
    fc.assert(
      fc.property(any, ({ on, parties, available }) => {
        const { overBy, proposals } = fitOf(on, { kind: 'multilateral', parties }, available)
        const freed = proposals.reduce((sum, { frees }) => sum + frees, 0)
        expect(freed).toBeGreaterThanOrEqual(overBy)
        for (const { frees } of proposals) expect(freed - frees).toBeLessThan(overBy)
      }),
    )
  })

  it('moving keeps every item exactly once', () => {
    const pick = fc.nat({ max: 20 })
    fc.assert(
      fc.property(items, pick, pick, (list, from, to) => {
        const on = { ...agenda, items: list }
        const events = change({ type: 'move-item', itemId: `item-${from}`, before: `item-${to}` }, { on })
        if (isRefusal(events)) return
        const moved = events.reduce(evolve, on)
        expect(moved.items.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
      }),
    )
  })
})
