/** A meeting is held: opened, attended, noted and closed. */
import { startItem } from '#features/floor/commands/current-item.ts'
import { come } from '#features/floor/commands/presence.ts'
import { writeNotes } from '#features/floor/commands/write-notes.ts'
import { closeMeeting } from '#features/meetings/commands/close-meeting.ts'
import { openMeeting } from '#features/meetings/commands/open-meeting.ts'
import type { Closing } from '#features/meetings/schema.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Fate } from '../scenario/acts.ts'
import { done, type Played, the, type World } from './world.ts'

export async function open({ id, meeting }: Played, by: Viewer): Promise<void> {
  done(`open "${meeting.title}"`, await openMeeting(by, id))
}

export async function enter({ id }: Played, by: Viewer): Promise<void> {
  done('come in', await come(by, id, by.personId))
}

export async function beginItem({ id, items }: Played, by: Viewer, item: string): Promise<void> {
  done(`begin "${item}"`, await startItem(by, id, the(items, item)))
}

/** The first notes of an item. */
export async function note({ id, items }: Played, by: Viewer, item: string, notes: string): Promise<void> {
  done(`note "${item}"`, await writeNotes(by, id, the(items, item), { notes, notesVersion: 0 }))
}

export async function close(
  world: World,
  { id, meeting, items }: Played,
  by: Viewer,
  fates: Readonly<Record<string, Fate>>,
): Promise<void> {
  const dispositions = Object.entries(fates).map(([key, fate]) => dispositionOf(world, the(items, key), fate))
  const next = Object.values(fates).flatMap((fate) =>
    fate.fate === 'carried' && 'next' in fate.to ? fate.to.next : [],
  )
  const [title] = next
  const closing = { dispositions, ...(title === undefined ? {} : { next: { title } }) }
  done(`close "${meeting.title}"`, await closeMeeting(by, id, closing))
}

function dispositionOf(world: World, id: string, fate: Fate): Closing['dispositions'][number] {
  switch (fate.fate) {
    case 'settled':
      return { kind: 'item', id, outcome: 'settled' }
    case 'dropped':
      return { kind: 'item', id, outcome: 'dropped', reason: fate.reason }
    case 'carried': {
      const toMeetingId = 'meeting' in fate.to ? the(world.meetings, fate.to.meeting).id : 'next'
      return { kind: 'item', id, outcome: 'carry', toMeetingId }
    }
    default:
      return fate satisfies never
  }
}
