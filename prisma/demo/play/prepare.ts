/** Homework is given and done. */
import { assign as assignHomework } from '#features/preparation/commands/assign.ts'
import { markDone } from '#features/preparation/commands/follow.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Assignment } from '../scenario/acts.ts'
import { dateOf } from './timeline.ts'
import { citationsOf, done, homeOf, type Played, partyOf, the, type World } from './world.ts'

export async function assign(world: World, played: Played, by: Viewer, homework: Assignment): Promise<void> {
  const { key, kind, as, to, item, cites, due, instructions } = homework
  const party = 'party' in to ? partyOf(world, to.party) : homeOf(world, to.person)
  const personId = 'person' in to ? world.people[to.person].personId : null
  const given = await assignHomework(by, world.groupId, {
    as,
    kind,
    to: [{ partyId: the(world.partyIds, party.key), personId }],
    meetingId: played.id,
    itemId: the(played.items, item),
    dueOn: dateOf(due, party.zone, world.now),
    instructions,
    citations: citationsOf(world, cites),
  })
  const [id = ''] = done(`assign "${key}"`, given).ids
  played.assignments.set(key, id)
}

export async function finish({ assignments }: Played, by: Viewer, key: string): Promise<void> {
  done(`finish "${key}"`, await markDone(by, the(assignments, key)))
}
