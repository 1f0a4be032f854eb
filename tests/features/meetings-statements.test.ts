import { describe, expect, it } from 'vitest'
import { addItem, moveItem } from '#features/meetings/commands/agenda.ts'
import { rescheduleMeeting } from '#features/meetings/commands/plan.ts'
import { loadMeetingHead, loadMeetingList, loadPlan } from '#features/meetings/loaders.ts'
import { meetingListQuery } from '#features/meetings/schema.ts'
import { publishedText } from '#tests/setup/meetings.ts'
import { partyOf, signedIn } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { ahead, done, drafted, item, scene, scheduled } from './meetings-given.ts'

const given = await scene()
const { groupId, organizer, weir, mill, ferry } = given
const count = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length

/** A multilateral of so many more parties, with so many items that each cite a passage. */
async function multilateral(more: number, items: number): Promise<string> {
  const partyIds = [weir.id, mill.id, ferry.id]
  for (let n = 0; n < more; n++) {
    const name = `Reach ${n} of ${items}`
    partyIds.push(await partyOf(groupId, name, [[await signedIn(name), 'head']]))
  }
  const id = await scheduled(given, 'multilateral', partyIds)
  const editionId = await publishedText(groupId, organizer)
  const content = { citations: [{ editionId, first: 1, last: 2 }], leadPersonId: weir.head.personId }
  for (let n = 0; n < items; n++) done(await addItem(organizer, id, item(n, content)))
  return id
}

describe('Given meetings small and large', () => {
  it('when they are read, then by as many statements, however large', async () => {
    const [small, large] = [await multilateral(0, 1), await multilateral(9, 12)]
    const plan = async (id: string) => count(() => loadPlan(weir.head, id))
    expect(await plan(large)).toBe(await plan(small))
    expect(await plan(large)).toBeLessThanOrEqual(8)
    const head = async (id: string) => count(() => loadMeetingHead(weir.head, groupId, id))
    expect(await head(large)).toBe(await head(small))
    expect(await head(large)).toBeLessThanOrEqual(4)
  })

  it('when the list grows, then it is still read by four', async () => {
    const list = () => count(() => loadMeetingList(weir.head, groupId, meetingListQuery.parse({})))
    const before = await list()
    for (let n = 0; n < 5; n++) await scheduled(given, 'bilateral', [weir.id, mill.id])
    expect(await list()).toBe(before)
    expect(before).toBeLessThanOrEqual(4)
  })

  it('when they are changed, then by as many statements, however large', async () => {
    const [small, large] = [await multilateral(0, 2), await multilateral(8, 11)]
    const move = (id: string, items: number) => async () => {
      const agenda = (await loadPlan(weir.head, id))?.agenda
      const [first, last] = [agenda?.items[0]?.id ?? '', agenda?.items.at(-1)?.id ?? '']
      return count(async () =>
        done(await moveItem(organizer, id, { itemId: last, before: first, agendaVersion: items })),
      )
    }
    expect(await move(large, 11)()).toBe(await move(small, 2)())
    const shift = (id: string) =>
      count(async () => done(await rescheduleMeeting(organizer, id, { time: ahead(30), reason: '' })))
    expect(await shift(large)).toBe(await shift(small))
  })

  it('when a draft is opened by its maker, then the choice of officers costs one more, not one for each person', async () => {
    const before = await drafted(given, 'multilateral', [weir.id, mill.id, ferry.id])
    const plan = () => count(() => loadPlan(organizer, before))
    const few = await plan()
    for (let n = 0; n < 20; n++) await partyOf(groupId, `Bank ${n}`, [[await signedIn(`Banker ${n}`), 'head']])
    expect(await plan()).toBe(few)
  })
})
