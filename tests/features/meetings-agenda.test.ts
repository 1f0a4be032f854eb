import { describe, expect, it } from 'vitest'
import {
  addItem,
  changeItem,
  changeResolutionLimit,
  changeStatementMinutes,
  moveItem,
  removeItem,
} from '#features/meetings/commands/agenda.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { cancelMeeting } from '#features/meetings/commands/plan.ts'
import { shareTitles } from '#features/meetings/commands/share-titles.ts'
import { agendaChanges, moveBetween } from '#features/meetings/components/agenda-changes.ts'
import { loadAgendaView, loadPlan } from '#features/meetings/loaders.ts'
import type { AgendaView } from '#features/meetings/views/agenda.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { say } from '#lib/words/say.ts'
import { publishedText, recordedEntries, recordedKinds } from '#tests/setup/meetings.ts'
import { done, drafted, installedHead, item, planFor, proposed, refusedAs, scene, scheduled } from './meetings-given.ts'

const given = await scene()
const { groupId, organizer, weir, mill, ferry } = given
const all = [weir.id, mill.id, ferry.id]

describe('Given the agenda of a multilateral (rules 2 to 4)', () => {
  it('when an item cites passages, then it shows them by name, with their words', async () => {
    const editionId = await publishedText(groupId, organizer)
    const id = await drafted(given, 'multilateral', all)
    const quote = { exact: 'weekly', prefix: 'measured ', suffix: '.', start: 20, end: 26 }
    const citations = [
      { editionId, first: 1, last: 2 },
      { editionId, first: 2, last: 2, quote },
    ]
    done(await addItem(organizer, id, item(0, { citations, leadPartyId: weir.id })))
    const [shown] = (await planFor(organizer, id)).agenda?.items ?? []
    expect(shown).toMatchObject({ lead: 'Weir', minutes: 30 })
    expect(shown?.citations).toMatchObject([
      { firstReference: '1 ¶1', lastReference: '1 ¶2', excerpt: 'Water is common.', textTitle: 'The river book' },
      { firstReference: '1 ¶2', excerpt: 'weekly', quote },
    ])
  })

  it.each([
    ['a passage that is not there', { first: 3, last: 4 }, 'passage-out-of-bounds'],
    ['a range that runs backwards', { first: 3, last: 1 }, 'range-reversed'],
    [
      'words that do not stand there',
      { first: 1, last: 1, quote: { exact: 'wine', prefix: '', suffix: '', start: 0, end: 4 } },
      'quote-not-found',
    ],
  ])('when an item cites %s, then it is refused and nothing is kept', async (_, range, code) => {
    const editionId = await publishedText(groupId, organizer)
    const id = await drafted(given, 'multilateral', all)
    const refusal = await addItem(organizer, id, item(0, { citations: [{ editionId, ...range }] }))
    expect(refusedAs(refusal)).toBe(code)
    expect((await planFor(organizer, id)).agenda).toMatchObject({ version: 0, items: [] })
  })

  it('when a text is limited to others, then one cannot cite it, and does not see what was cited', async () => {
    const editionId = await publishedText(groupId, organizer, [mill.id])
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const citations = [{ editionId, first: 1, last: 1 }]
    expect(refusedAs(await addItem(weir.head, id, item(0, { citations })))).toBe('not-found')
    done(await addItem(mill.head, id, item(0, { citations })))
    expect((await planFor(mill.head, id)).agenda?.items[0]?.citations).toHaveLength(1)
    expect((await planFor(weir.head, id)).agenda?.items[0]?.citations).toEqual([])
  })

  it('when its minutes do not fit, then the numbers and a way out are said', async () => {
    const id = await drafted(given, 'multilateral', all)
    done(await addItem(organizer, id, item(0, { minutes: 100, title: 'Levels' })))
    done(await addItem(organizer, id, item(1, { minutes: 60, title: 'Boats' })))
    const { agenda, durationMinutes } = await planFor(organizer, id)
    expect(durationMinutes).toBe(180)
    // Three parties, five minutes each, on two items.
    expect(agenda?.fit).toMatchObject({ needed: 190, available: 180, overBy: 10 })
    expect(agenda?.fit?.proposals).toEqual([{ itemId: agenda?.items[1]?.id, way: 'move-to-bilaterals', frees: 75 }])
    done(await changeStatementMinutes(organizer, id, { minutes: 2, agendaVersion: 2 }))
    expect((await planFor(organizer, id)).agenda?.fit).toMatchObject({ needed: 172, overBy: 0 })
  })

  it('when a removed item is put back before the one that followed it, then the agenda is as it was', async () => {
    const id = await drafted(given, 'multilateral', all)
    const ids: string[] = []
    for (const [n, title] of ['First', 'Second', 'Third'].entries())
      ids.push(done(await addItem(organizer, id, item(n, { title }))).id)
    const [, second = '', third = ''] = ids
    done(await removeItem(organizer, id, { itemId: second, agendaVersion: 3 }))
    const back = { ...item(4, { title: 'Second' }), before: third }
    done(await addItem(organizer, id, back))
    const titles = async () => (await planFor(organizer, id)).agenda?.items.map(({ title }) => title)
    expect(await titles()).toEqual(['First', 'Second', 'Third'])
    expect(refusedAs(await addItem(organizer, id, { ...back, agendaVersion: 5, before: second }))).toBe('no-such-item')
    done(await addItem(organizer, id, item(5, { title: 'Last' })))
    expect(await titles()).toEqual(['First', 'Second', 'Third', 'Last'])
  })

  it('when there are more resolutions than the limit, then only a reason raises it', async () => {
    const id = await drafted(given, 'multilateral', all)
    for (let n = 0; n < 3; n++) done(await addItem(organizer, id, item(n, { kind: 'resolution' })))
    const refusal = await addItem(organizer, id, item(3, { kind: 'resolution' }))
    expect(refusal).toMatchObject({ refused: 'resolution-limit-reached', limit: 3 })
    expect(say('refusals', 'resolution-limit-reached', { limit: 3 })).toContain('at most 3 resolutions')
    const raise = { limit: 4, agendaVersion: 3 }
    expect(refusedAs(await changeResolutionLimit(organizer, id, { ...raise, reason: ' ' }))).toBe('text-missing')
    done(await changeResolutionLimit(organizer, id, { ...raise, reason: 'Two days of time' }))
    done(await addItem(organizer, id, item(4, { kind: 'resolution' })))
    expect((await planFor(organizer, id)).agenda).toMatchObject({
      resolutionLimit: 4,
      resolutionLimitReason: 'Two days of time',
    })
  })

  it('when its limits are changed, then the record holds them with the reason, not one more copy of the agenda', async () => {
    const id = await scheduled(given, 'multilateral', all)
    done(await changeResolutionLimit(organizer, id, { limit: 4, reason: 'Two days of time', agendaVersion: 0 }))
    done(await changeStatementMinutes(organizer, id, { minutes: 6, agendaVersion: 1 }))
    expect((await recordedEntries(id)).slice(1)).toMatchObject([
      { kind: 'resolution-limit-changed', from: 3, to: 4, reason: 'Two days of time' },
      { kind: 'statement-minutes-changed', to: 6 },
    ])
  })

  it('when items are moved and removed, then their times follow', async () => {
    const id = await scheduled(given, 'multilateral', all)
    const first = done(await addItem(organizer, id, item(0, { title: 'First' }))).id
    const second = done(await addItem(organizer, id, item(1, { title: 'Second' }))).id
    const third = done(await addItem(organizer, id, item(2, { title: 'Third' }))).id
    done(await moveItem(organizer, id, { itemId: third, before: first, agendaVersion: 3 }))
    const moved = (await planFor(weir.head, id)).agenda
    expect(moved?.items.map(({ title }) => title)).toEqual(['Third', 'First', 'Second'])
    expect(moved?.times.map(({ minutes }) => minutes)).toEqual([45, 45, 45])
    const [start, next] = moved?.times.map(({ startsAt }) => Date.parse(startsAt ?? '')) ?? []
    expect((next ?? 0) - (start ?? 0)).toBe(45 * 60_000)
    done(await removeItem(organizer, id, { itemId: second, agendaVersion: 4 }))
    expect((await loadAgendaView(organizer, id))?.items).toHaveLength(2)
    expect((await recordedKinds(id)).filter((kind) => kind === 'agenda-changed')).toHaveLength(5)
    expect(refusedAs(await removeItem(organizer, id, { itemId: second, agendaVersion: 5 }))).toBe('no-such-item')
  })

  it('when somebody of a party that left is to lead, then it is refused', async () => {
    const id = await scheduled(given, 'multilateral', all)
    done(await leaveMeeting(ferry.head, id, ferry.id))
    const gone = { leadPersonId: ferry.head.personId }
    expect(refusedAs(await addItem(organizer, id, item(0, gone)))).toBe('lead-not-in-meeting')
  })

  it('when somebody leads who is not there, or a resolution stands in a bilateral, then it is refused', async () => {
    const id = await drafted(given, 'bilateral', [weir.id, mill.id])
    expect(refusedAs(await addItem(organizer, id, item(0, { leadPartyId: ferry.id })))).toBe('lead-not-in-meeting')
    const stranger = { leadPersonId: ferry.head.personId }
    expect(refusedAs(await addItem(organizer, id, item(0, stranger)))).toBe('lead-not-in-meeting')
    const resolution = { kind: 'resolution' }
    expect(refusedAs(await addItem(organizer, id, item(0, resolution)))).toBe('resolution-needs-multilateral')
    done(await addItem(organizer, id, item(0, { leadPersonId: mill.delegate.personId })))
  })
})

describe('Given two people who edit one agenda', () => {
  it('when one is behind, then they are shown what it has become, and nothing of the other’s is lost', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const first = done(await addItem(weir.head, id, item(0, { title: 'Levels' }))).id
    const before = await loadAgendaView(mill.head, id)
    done(await changeItem(weir.head, id, { itemId: first, ...item(1, { title: 'Water levels', minutes: 40 }) }))
    const refusal = await addItem(mill.head, id, item(1, { title: 'Boats' }))
    expect(refusal).toMatchObject({ refused: 'agenda-changed', seen: 1, current: 2 })
    const { agenda } = refusal as unknown as { agenda: AgendaView }
    expect(agendaChanges(before ?? agenda, agenda)).toEqual([
      { change: 'changed', title: 'Water levels', fields: ['title', 'minutes'] },
    ])
    done(await addItem(mill.head, id, item(agenda.version, { title: 'Boats' })))
    expect((await loadAgendaView(weir.head, id))?.items.map(({ title }) => title)).toEqual(['Water levels', 'Boats'])
  })

  it('when ten change it at once, then one does, and nine are told', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => addItem(n % 2 ? weir.head : mill.head, id, item(0, { title: `Item ${n}` }))),
    )
    const codes = answers.map((answer) => refusedAs(answer))
    expect(codes.filter((code) => code === 'agenda-changed')).toHaveLength(9)
    expect((await loadAgendaView(weir.head, id))?.items).toHaveLength(1)
  })

  it('when orders are compared, then the one move between them is found', () => {
    expect(moveBetween(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual({ itemId: 'c', before: 'a' })
    expect(moveBetween(['a', 'b', 'c'], ['b', 'a', 'c'])).toEqual({ itemId: 'b', before: 'a' })
    expect(moveBetween(['a', 'b', 'c'], ['b', 'c', 'a'])).toEqual({ itemId: 'a', before: null })
    expect(moveBetween(['a', 'b'], ['a', 'b'])).toBeNull()
  })
})

describe('Given the agenda of a bilateral, which is its parties’ own (rule 17)', () => {
  it('when the organizer looks, then there is none; titles only when both parties let them', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    done(await addItem(weir.head, id, item(0, { title: 'A quiet matter', aim: 'Nobody’s business' })))
    expect(await planFor(organizer, id)).toMatchObject({ sight: 'logistics', agenda: null, can: { editAgenda: false } })
    expect(refusedAs(await addItem(organizer, id, item(1)))).toBe('not-entitled')
    expect(await loadAgendaView(organizer, id)).toBeNull()
    done(await shareTitles(weir.head, id, true))
    expect((await planFor(organizer, id)).agenda).toBeNull()
    expect((await planFor(mill.head, id)).titles).toEqual({ shared: false, asked: 'other' })
    done(await shareTitles(mill.deputy, id, true))
    const open = await planFor(organizer, id)
    expect(open.agenda).toMatchObject({
      titlesOnly: true,
      items: [{ title: 'A quiet matter', aim: '', citations: [] }],
    })
    expect(await loadAgendaView(organizer, id)).toBeNull()
    done(await shareTitles(weir.head, id, false))
    expect((await planFor(organizer, id)).agenda).toBeNull()
    expect(refusedAs(await shareTitles(organizer, id, true))).toBe('speaks-for-no-party')
    // What is open to somebody is what would change something.
    const titlesOpenTo = async (viewer: Viewer) => {
      const { shareTitles: share, unshareTitles: unshare } = (await planFor(viewer, id)).can
      return { share, unshare }
    }
    expect(await titlesOpenTo(weir.head)).toEqual({ share: true, unshare: false })
    // Said again, it is not told again.
    done(await shareTitles(weir.head, id, false))
    expect((await recordedEntries(id)).filter(({ kind }) => kind.startsWith('titles-'))).toMatchObject([
      { kind: 'titles-shared', by: { party: { id: weir.id } }, inForce: false },
      { kind: 'titles-shared', by: { party: { id: mill.id } }, inForce: true },
      { kind: 'titles-unshared', by: { party: { id: weir.id } } },
    ])
    done(await cancelMeeting(weir.head, id, 'The weir is dry'))
    expect(await titlesOpenTo(mill.head)).toEqual({ share: false, unshare: false })
  })

  it('when a head was installed later (rule 14), then nothing that was written before opens, nor can it be changed', async () => {
    const id = await scheduled(given, 'bilateral', [weir.id, mill.id])
    const late = await installedHead(groupId, weir.id)
    expect(await planFor(late, id)).toMatchObject({ sight: 'logistics', agenda: null, can: { editAgenda: false } })
    expect(refusedAs(await addItem(late, id, item(0)))).toBe('not-entitled')
  })

  it('when a delegate or an observer edits, then it is refused; a third party finds nothing', async () => {
    const id = await proposed(given)
    expect(refusedAs(await addItem(weir.delegate, id, item(0)))).toBe('not-entitled')
    expect(refusedAs(await addItem(mill.observer, id, item(0)))).toBe('not-entitled')
    expect(refusedAs(await addItem(ferry.head, id, item(0)))).toBe('not-found')
    expect(await loadPlan(ferry.head, id)).toBeNull()
    done(await addItem(mill.head, id, item(0)))
  })
})
