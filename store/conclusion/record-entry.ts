/** What a conclusion's events say in the record of its meeting, with the names of the moment. */
import type { Content } from '#domain/conclusion/content.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { Decider } from '#domain/conclusion/people.ts'
import type { Answer } from '#domain/conclusion/stance.ts'
import type { ConclusionEntry, ConclusionRef, VersionText } from '#domain/record/conclusion-entry.ts'
import type { ActorRef } from '#domain/record/entry.ts'
import type { Citation } from '#domain/text/citation.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type Names, readNames } from '#store/record/names.ts'
import type { By, Subject } from './carry-out.ts'
import { type PassageNames, readPassageNames } from './passage-names.ts'

/** The entries by the meeting in whose record they stand, in the order of the events. At most two statements. */
export async function entriesOf(
  tx: Tx,
  by: By | null,
  subjects: readonly Subject[],
  events: readonly ConclusionEvent[],
): Promise<ReadonlyMap<string, readonly ConclusionEntry[]>> {
  const names = await namesIn(tx, by, events)
  const told = { by, subjects, events, names, passages: await readPassageNames(tx, citedIn(events), 'anybody') }
  const byMeeting = Map.groupBy(events, (event) => subjectIn(subjects, event.conclusionId).meetingId)
  const linesOf = (own: readonly ConclusionEvent[]) =>
    own.flatMap((event) => entryOf(told, subjectIn(subjects, event.conclusionId), event) ?? [])
  return new Map([...byMeeting].map(([meetingId, own]) => [meetingId, linesOf(own)]))
}

interface Told {
  readonly by: By | null
  readonly subjects: readonly Subject[]
  readonly events: readonly ConclusionEvent[]
  readonly names: Names
  readonly passages: PassageNames
}

/** Null: another entry tells it. */
function entryOf(told: Told, subject: Subject, event: ConclusionEvent): ConclusionEntry | null {
  const { names } = told
  const conclusion = refOf(subject)
  switch (event.type) {
    case 'opened':
      return { kind: 'draft-made', conclusion, by: actor(told), text: textOf(told, 1, event.content) }
    case 'revised':
      return { kind: 'version-made', conclusion, by: actor(told), text: textOf(told, event.version, event.content) }
    case 'put': {
      const { version, contentHash } = event
      const put = { conclusion, version, by: actor(told), deciders: event.deciders.map(names.side), contentHash }
      return subject.chainHead === null
        ? { kind: 'put', ...put }
        : { kind: 'record-put', ...put, upTo: { ...subject.chainHead } }
    }
    case 'taken-back': {
      const { because, version } = event
      if (because.kind === 'reason')
        return { kind: 'taken-back', conclusion, version, by: actor(told), reason: because.reason, left: null }
      const left = names.side(because.decider)
      return { kind: 'taken-back', conclusion, version, by: null, reason: left.name, left }
    }
    case 'withdrawn':
      return { kind: 'withdrawn', conclusion, version: event.version, by: actor(told), reason: event.reason }
    case 'stance-taken': {
      const { decider, answer, signInMethod } = event.stance
      const said = {
        side: names.side(decider),
        stance: answer.kind,
        ...saidIn(answer),
        referendumZone: referendumZone(told, decider, answer),
        signInMethod,
      }
      return { kind: 'stance-taken', conclusion, version: event.version, by: actor(told), ...said }
    }
    case 'fixed-ad-referendum': {
      const awaiting = event.awaiting.map(names.side)
      return { kind: 'fixed-ad-referendum', conclusion, version: event.version, awaiting }
    }
    case 'adopted': {
      const { version, contentHash } = event
      return subject.chainHead === null
        ? { kind: 'adopted', conclusion, version, contentHash }
        : { kind: 'record-agreed', conclusion, version, upTo: { ...subject.chainHead }, contentHash }
    }
    case 'superseded': {
      const successor = subjectIn(told.subjects, event.byConclusionId)
      const isHere = successor.meetingId === subject.meetingId
      return { kind: 'superseded', conclusion, successor: isHere ? refOf(successor) : null }
    }
    case 'word-brought': {
      const { version, decider, word } = event
      const said = { side: names.side(decider), reason: declineReason(told), signInMethod: word.signInMethod }
      return { kind: word.word, conclusion, version, by: actor(told), ...said }
    }
    case 'declined':
      // The principals' word tells it, with their reason.
      return null
    case 'lapsed':
      return { kind: 'lapsed', conclusion, version: event.version, overdue: event.overdue.map(names.side) }
    case 'divergence-recorded': {
      const origin = refOf(subjectIn(told.subjects, event.originId))
      return { kind: 'divergence-recorded', conclusion, by: actor(told), origin, sides: event.sides.map(names.side) }
    }
    case 'diverged':
      // The recording of the divergence tells it, and names what it rests on.
      return null
    case 'words-written': {
      const { side, words } = event.words
      return { kind: 'divergence-words', conclusion, by: actor(told), side: names.side(side), words }
    }
    default:
      return event satisfies never
  }
}

function actor({ by, names }: Told): ActorRef {
  if (by === null) throw new Error('This act is somebody’s.')
  return { person: names.person(by.personId), party: by.partyId === null ? null : names.party(by.partyId) }
}

function refOf({ id, kind, title, item }: Subject): ConclusionRef {
  return { id, kind, title, item: item && { id: item.id, title: item.title } }
}

function subjectIn(subjects: readonly Subject[], id: string): Subject {
  const subject = subjects.find((one) => one.id === id)
  if (subject === undefined) throw new Error('An event names a conclusion that was not given.')
  return subject
}

function declineReason({ events }: Told): string {
  return events.find((event) => event.type === 'declined')?.reason ?? ''
}

function referendumZone({ names }: Told, decider: Decider, { kind }: Answer): string | null {
  return kind === 'ad-referendum' ? names.zoneOf(decider) : null
}

function saidIn(answer: Answer): { words: string; referendumBy: string | null } {
  switch (answer.kind) {
    case 'consent':
      return { words: '', referendumBy: null }
    case 'consent-with-reservation':
      return { words: answer.reservation, referendumBy: null }
    case 'ad-referendum':
      return { words: '', referendumBy: answer.referendumBy.toISOString() }
    case 'stand-aside':
    case 'object':
      return { words: answer.reason, referendumBy: null }
    default:
      return answer satisfies never
  }
}

function textOf({ names, passages }: Told, number: number, { wording, citations, commitments }: Content): VersionText {
  return {
    number,
    wording,
    passages: citations.flatMap((citation) => {
      const name = passages(citation)
      return name === null ? [] : { ...name, quote: citation.quote?.exact ?? null }
    }),
    commitments: commitments.map(({ what, partyId, personId, dueOn }) => ({
      what,
      party: partyId === null ? null : names.party(partyId),
      person: personId === null ? null : names.person(personId),
      dueOn,
    })),
  }
}

function contentsIn(events: readonly ConclusionEvent[]): readonly Content[] {
  return events.flatMap((event) => (event.type === 'opened' || event.type === 'revised' ? [event.content] : []))
}

function citedIn(events: readonly ConclusionEvent[]): readonly Citation[] {
  return contentsIn(events).flatMap(({ citations }) => citations)
}

function namesIn(tx: Tx, by: By | null, events: readonly ConclusionEvent[]): Promise<Names> {
  const terms = contentsIn(events).flatMap(({ commitments }) => commitments)
  const deciders = events.flatMap(decidersIn)
  const people = [
    by?.personId,
    ...terms.map(({ personId }) => personId),
    ...deciders.map((one) => (one.kind === 'person' ? one.personId : null)),
  ]
  const parties = [
    by?.partyId,
    ...terms.map(({ partyId }) => partyId),
    ...deciders.map((one) => (one.kind === 'party' ? one.partyId : null)),
  ]
  return readNames(tx, people.filter(isSet), parties.filter(isSet))
}

function decidersIn(event: ConclusionEvent): readonly Decider[] {
  switch (event.type) {
    case 'put':
      return event.deciders
    case 'taken-back':
      return event.because.kind === 'left' ? [event.because.decider] : []
    case 'stance-taken':
      return [event.stance.decider]
    case 'fixed-ad-referendum':
      return event.awaiting
    case 'word-brought':
    case 'declined':
      return [event.decider]
    case 'lapsed':
      return event.overdue
    case 'divergence-recorded':
      return event.sides
    case 'words-written':
      return [event.words.side]
    case 'opened':
    case 'revised':
    case 'withdrawn':
    case 'adopted':
    case 'superseded':
    case 'diverged':
      return []
    default:
      return event satisfies never
  }
}

const isSet = (id: string | null | undefined): id is string => id !== null && id !== undefined
