/** A group on a real database, as large as a test needs it. */
import { addItem } from '#features/meetings/commands/agenda.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { importText } from '#features/texts/commands/import-text.ts'
import { publishText } from '#features/texts/commands/publish.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Held, heldMeeting } from '#tests/setup/meetings.ts'
import { partyOf, signedIn } from '#tests/setup/people.ts'
import { adopted, done, inDays, LEVELS, put } from './conclusions-given.ts'
import { item } from './meetings-given.ts'

/** A group in which there is so much of everything. */
export interface GrownGroup extends Held {
  readonly admin: Viewer
  readonly head: Viewer
  readonly partyId: string
  readonly textId: string
  readonly editionId: string
  readonly draftId: string
  readonly conclusionId: string
}

/** A group in which there is `size` of everything; its meeting is open. */
export async function grownGroup(size: number): Promise<GrownGroup> {
  const held = await heldMeeting(3)
  const { groupId, organizer, meetingId, sides } = held
  for (let n = 1; n < size; n++) await partyOf(groupId, `Reach ${n}`, [[await signedIn(`Reach ${n}`), 'head']])
  const pasted = Array.from({ length: size }, (_, n) => `# Part ${n}\n\nLevel ${n} is read weekly.`).join('\n\n')
  const { textId } = done(await importText(organizer, groupId, { pasted }))
  done(await publishText(organizer, textId, 0))
  const { textId: draftId } = done(await importText(organizer, groupId, { pasted }))
  const { id: editionId } = await asSystem('test', (tx) => tx.edition.findFirstOrThrow({ where: { textId } }))
  const citations = [{ editionId, first: 1, last: 1 }]
  const to = sides.map(({ partyId }) => ({ partyId, personId: null }))
  const partyId = sides[0]?.partyId ?? ''
  const commitments = [{ partyId, personId: null, what: 'Read the gauge', dueOn: inDays(20) }]
  const content = { wording: LEVELS, citations, commitments }
  const ids: string[] = []
  for (let n = 0; n < size; n++) {
    done(await addItem(held.chair, meetingId, item(n, { citations })))
    const homework = { as: 'organizer', kind: 'read', meetingId, itemId: null, dueOn: null, instructions: '' } as const
    done(await assign(organizer, groupId, { ...homework, to, citations }))
    ids.push(await adopted(held, { kind: 'cooperation', content, title: `Levels ${n}` }))
    await put(held, { title: `Asked ${n}` })
  }
  const admin = await signedIn('Ada Min', { isInstanceAdmin: true })
  const head = sides[0]?.head ?? organizer
  return { ...held, admin, head, partyId, textId, editionId, draftId, conclusionId: ids[0] ?? '' }
}
