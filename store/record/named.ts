/** What entries of a record call by name: collected first, read together, and then said. */
import { type MeetingKind, meetingKinds } from '#domain/meeting/meeting.ts'
import type { ActorRef, ItemRef, PartyRef } from '#domain/record/entry.ts'
import type { AgendaLine } from '#domain/record/floor-entry.ts'
import type { Citation } from '#domain/text/citation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type PassageNames, readPassageNames } from '#store/conclusion/passage-names.ts'
import { type Names, readNames } from './names.ts'

/** Whoever acts, and the party for which they sit. */
export interface By {
  readonly personId: string
  readonly partyId: string | null
}

/** Somebody who acted, by name. @throws where nobody did. */
export function actor(names: Names, by: By | null): ActorRef {
  if (by === null) throw new Error('This act is somebody’s.')
  return { person: names.person(by.personId), party: by.partyId === null ? null : names.party(by.partyId) }
}

/** A meeting as it is called at this moment, with the parties that have not left. */
export interface MeetingNamed {
  readonly kind: MeetingKind
  readonly title: string
  readonly aim: string
  readonly place: string
  readonly link: string
  readonly parties: readonly PartyRef[]
}

/** Whoever and whatever an entry names, as they are called at this moment. Asking for something that is not there throws. */
export interface RecordNames extends Names {
  /** An item of an agenda. */
  item(id: string): ItemRef
  /** What a commitment says. */
  commitment(id: string): string
  meeting(id: string): MeetingNamed
  /** A meeting that takes something up; null: not everybody who reads the record knows that it is held. */
  carrier(id: string): { readonly id: string; readonly title: string } | null
  /** The whole agenda of a meeting, in its order. */
  agenda(meetingId: string): readonly AgendaLine[]
  /** What a citation points at, for anybody: null where it is limited to some. */
  passages: PassageNames
}

/** Ids that were asked for, by what they are ids of. */
interface Asked {
  readonly people: Set<string>
  readonly parties: Set<string>
  readonly items: Set<string>
  readonly commitments: Set<string>
  readonly meetings: Set<string>
  readonly carriers: Set<string>
  readonly agendas: Set<string>
  readonly cited: Citation[]
}

/**
 * Says something with names. It is said twice: once to learn which names it needs, and once with them. One statement for
 * people and parties together, and one for each other kind of thing that is named.
 *
 * @param say pure; asks for the same names whatever they are.
 */
export async function named<Said>(tx: Tx, say: (names: RecordNames) => Said): Promise<Said> {
  const asked: Asked = {
    people: new Set(),
    parties: new Set(),
    items: new Set(),
    commitments: new Set(),
    meetings: new Set(),
    carriers: new Set(),
    agendas: new Set(),
    cited: [],
  }
  say(collecting(asked))
  return say(await readAsked(tx, asked))
}

/** Notes what is asked for, and answers with nothing. */
function collecting(asked: Asked): RecordNames {
  const noting = (ids: Set<string>) => (id: string) => {
    ids.add(id)
    return { id, name: '', title: '' }
  }
  const person = noting(asked.people)
  const party = noting(asked.parties)
  return {
    person,
    party,
    side: (decider) => ({
      kind: decider.kind,
      ...(decider.kind === 'party' ? party(decider.partyId) : person(decider.personId)),
    }),
    zoneOf: () => null,
    item: noting(asked.items),
    commitment: (id) => noting(asked.commitments)(id).title,
    carrier: noting(asked.carriers),
    meeting: (id) => {
      asked.meetings.add(id)
      return { kind: 'study', title: '', aim: '', place: '', link: '', parties: [] }
    },
    agenda: (id) => {
      asked.agendas.add(id)
      return []
    },
    passages: (citation) => {
      asked.cited.push(citation)
      return null
    },
  }
}

async function readAsked(tx: Tx, asked: Asked): Promise<RecordNames> {
  const names = await readNames(tx, asked.people, asked.parties)
  const passages = await readPassageNames(tx, asked.cited, 'anybody')
  const items = await readItems(tx, asked)
  const commitments = await readCommitments(tx, asked.commitments)
  const meetings = await readMeetings(tx, asked.meetings)
  const carriers = await readCarriers(tx, asked.carriers)
  return {
    ...names,
    passages,
    item: (id) => {
      const { title } = found(items, id)
      return { id, title }
    },
    commitment: (id) => found(commitments, id).what,
    meeting: (id) => found(meetings, id).frame,
    carrier: (id) => carriers.find((one) => one.id === id) ?? null,
    agenda: (meetingId) =>
      items.filter((one) => one.meetingId === meetingId).map(({ meetingId: _, ...line }): AgendaLine => line),
  }
}

async function readItems(tx: Tx, { items, agendas }: Asked) {
  if (items.size + agendas.size === 0) return []
  return tx.agendaItem.findMany({
    where: { OR: [{ id: { in: [...items] } }, { meetingId: { in: [...agendas] } }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, meetingId: true, title: true, kind: true, minutes: true },
  })
}

async function readCommitments(tx: Tx, ids: ReadonlySet<string>) {
  if (ids.size === 0) return []
  return tx.commitment.findMany({ where: { id: { in: [...ids] } }, select: { id: true, what: true } })
}

async function readMeetings(tx: Tx, ids: ReadonlySet<string>) {
  if (ids.size === 0) return []
  const rows = await tx.meeting.findMany({
    where: { id: { in: [...ids] } },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      kind: true,
      title: true,
      aim: true,
      place: true,
      link: true,
      parties: {
        where: { leftAt: null },
        orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
        select: { party: { select: { id: true, name: true } } },
      },
    },
  })
  return rows.map(({ id, kind, parties, ...frame }) => ({
    id,
    frame: { ...frame, kind: oneOf(meetingKinds, kind), parties: parties.map(({ party }) => party) },
  }))
}

/** The multilaterals that the whole group knows are held. */
async function readCarriers(tx: Tx, ids: ReadonlySet<string>) {
  if (ids.size === 0) return []
  return tx.meeting.findMany({
    where: { id: { in: [...ids] }, kind: 'multilateral', state: { not: 'draft' } },
    select: { id: true, title: true },
  })
}

function found<Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing {
  const thing = things.find((one) => one.id === id)
  if (thing === undefined) throw new Error('A record names something that is not there.')
  return thing
}
