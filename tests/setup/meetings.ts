/** Meetings with their parties and texts to cite, for tests on a real database. */
import type { RecordEntry } from '#domain/record/entry.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { groupOf, partyOf, signedIn } from './people.ts'

const write = { write: true }

/** A party as a test knows it: its id and those who act for it. */
export interface Side {
  readonly partyId: string
  readonly head: Viewer
  readonly deputy: Viewer
  readonly delegate: Viewer
  readonly observer: Viewer
}

/** A meeting that is held, with one item on its agenda. */
export interface Held {
  readonly groupId: string
  readonly meetingId: string
  readonly itemId: string
  readonly organizer: Viewer
  /** Of the group, of none of the meeting's parties. */
  readonly outsider: Viewer
  readonly chair: Viewer
  readonly sides: readonly Side[]
}

export type MeetingState = 'scheduled' | 'open' | 'closed'

/** A group with a meeting of so many parties: one makes a study session, two a bilateral, more a multilateral. */
export async function heldMeeting(count: number, state: MeetingState = 'open'): Promise<Held> {
  const organizer = await signedIn('Olga Ness')
  const groupId = await groupOf(organizer)
  const sides: Side[] = []
  for (let n = 1; n <= count; n++) sides.push(await sideOf(groupId, `Quarter ${n}`))
  const outsider = await signedIn('Ola Reed')
  await partyOf(groupId, 'Library', [[outsider, 'head']])
  const chair = await signedIn('Noor Vale')
  const meeting = await meetingOf(groupId, sides, { organizer, chair, state })
  return { groupId, organizer, outsider, chair, sides, ...meeting }
}

/** Another meeting of the same parties. */
export async function meetingOf(
  groupId: string,
  sides: readonly Side[],
  { organizer, chair, state }: { organizer: Viewer; chair: Viewer; state: MeetingState },
): Promise<{ meetingId: string; itemId: string }> {
  const kind = sides.length === 1 ? 'study' : sides.length === 2 ? 'bilateral' : 'multilateral'
  return asSystem(
    'test',
    async (tx) => {
      const { id: meetingId } = await tx.meeting.create({
        data: {
          groupId,
          kind,
          title: 'River levels',
          state,
          timeZone: 'Europe/Lisbon',
          createdById: organizer.personId,
          startsAt: new Date(),
          durationMinutes: 60,
          openedAt: state === 'scheduled' ? null : new Date(),
          closedAt: state === 'closed' ? new Date() : null,
        },
      })
      await tx.meetingParty.createMany({ data: sides.map(({ partyId }) => ({ groupId, meetingId, partyId })) })
      if (kind === 'study')
        await tx.seat.createMany({
          data: sides.flatMap(({ partyId, head, deputy }) =>
            [head, deputy].map(({ personId }) => ({ groupId, meetingId, partyId, personId })),
          ),
        })
      await tx.meetingOffice.create({
        data: {
          groupId,
          meetingId,
          personId: chair.personId,
          office: 'chair',
          appointedById: organizer.personId,
          activeFrom: new Date(),
        },
      })
      const item = await tx.agendaItem.create({
        data: { groupId, meetingId, position: 1, kind: 'cooperation', title: 'Who measures', minutes: 30 },
      })
      return { meetingId, itemId: item.id }
    },
    write,
  )
}

async function sideOf(groupId: string, name: string): Promise<Side> {
  const [head, deputy, delegate, observer] = [
    await signedIn('Hal Birch'),
    await signedIn('Dov Alder'),
    await signedIn('Lena Ash'),
    await signedIn('Otto Elm'),
  ]
  const partyId = await partyOf(groupId, name, [
    [head, 'head'],
    [deputy, 'deputy'],
    [delegate, 'delegate'],
    [observer, 'observer'],
  ])
  return { partyId, head, deputy, delegate, observer }
}

/** A published edition of three passages. */
export async function publishedText(groupId: string, by: Viewer, limitedTo: readonly string[] = []): Promise<string> {
  return asSystem(
    'test',
    async (tx) => {
      const text = await tx.text.create({ data: { groupId, title: 'The river book', createdById: by.personId } })
      await tx.textParty.createMany({ data: limitedTo.map((partyId) => ({ groupId, textId: text.id, partyId })) })
      const edition = await tx.edition.create({
        data: { groupId, textId: text.id, number: 1, state: 'draft', passageCount: 3, createdById: by.personId },
      })
      await tx.passage.createMany({
        data: ['Water is common.', 'Levels are measured weekly.', 'Weirs are kept.'].map((words, index) => ({
          groupId,
          editionId: edition.id,
          position: index + 1,
          ordinal: index + 1,
          kind: 'paragraph',
          text: words,
          reference: `1 ¶${index + 1}`,
          section: '1',
        })),
      })
      await tx.edition.update({ where: { id: edition.id }, data: { state: 'published', publishedAt: new Date() } })
      return edition.id
    },
    write,
  )
}

/** What the record of a meeting says, as kinds of entries in their order. */
export function recordedKinds(meetingId: string): Promise<string[]> {
  return asSystem('test', async (tx) => {
    const entries = await tx.recordEntry.findMany({ where: { meetingId }, orderBy: { sequence: 'asc' } })
    return entries.map(({ kind }) => kind)
  })
}

/** What the record of a meeting says, in its order. */
export function recordedEntries(meetingId: string): Promise<RecordEntry[]> {
  return asSystem('test', async (tx) => {
    const entries = await tx.recordEntry.findMany({ where: { meetingId }, orderBy: { sequence: 'asc' } })
    return entries.map(({ payload }) => JSON.parse(payload ?? 'null'))
  })
}

/** Changes rows past every rule but the database's own. */
export function pastTheRules(statement: string): Promise<number> {
  return asSystem('test', (tx) => tx.$executeRawUnsafe(statement), write)
}
