/** What a conclusion's events tell: entries in the record of its meeting, with the names of the moment. */
import type { Conclusion, ConclusionKind } from '#domain/conclusion/conclusion.ts'
import type { Content, RecordedUpTo } from '#domain/conclusion/content.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { StanceAnswer } from '#domain/conclusion/stance.ts'
import type { ConclusionEntry, ConclusionRef, VersionText } from '#domain/record/conclusion-entry.ts'
import type { ItemRef } from '#domain/record/entry.ts'
import { actor, type By, type RecordNames } from '#store/record/named.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'

/** A conclusion to which something happens: where it lies, and what its meeting's record calls it. */
export interface Subject {
  readonly id: string
  readonly kind: ConclusionKind
  readonly title: string
  readonly groupId: string
  readonly meetingId: string
  readonly item: ItemRef | null
  /** Of minutes: the entry up to which they go; null for every other kind. */
  readonly chainHead: RecordedUpTo | null
  /** As its rows have it, under its lock; null: it begins with this act. */
  readonly conclusion: Conclusion | null
}

/** Who acts on which conclusions: each that an event names is among the subjects. */
export interface Concerned {
  /** Null: the clock acts, or it follows from a departure. */
  readonly by: By | null
  readonly subjects: readonly Subject[]
}

/** What one event tells the record of the meeting in which its conclusion lies. */
export function tellConclusion(
  event: ConclusionEvent,
  { by, subjects }: Concerned,
  events: readonly ConclusionEvent[],
): Telling {
  const subject = subjectIn(subjects, event.conclusionId)
  const conclusion = refOf(subject)
  const inRecord = (say: (names: RecordNames) => ConclusionEntry): Telling => {
    const { groupId, meetingId } = subject
    return { record: { groupId, meetingId, say: (names) => [say(names)] } }
  }
  switch (event.type) {
    case 'opened':
      return inRecord((names) => ({
        kind: 'draft-made',
        conclusion,
        by: actor(names, by),
        text: textOf(names, 1, event.content),
      }))
    case 'revised':
      return inRecord((names) => ({
        kind: 'version-made',
        conclusion,
        by: actor(names, by),
        text: textOf(names, event.version, event.content),
      }))
    case 'put':
      return inRecord((names) => {
        const { version, contentHash } = event
        const put = { conclusion, version, by: actor(names, by), deciders: event.deciders.map(names.side), contentHash }
        return subject.chainHead === null
          ? { kind: 'put', ...put }
          : { kind: 'record-put', ...put, upTo: { ...subject.chainHead } }
      })
    case 'taken-back': {
      const { because, version } = event
      if (because.kind === 'reason')
        return inRecord((names) => ({
          kind: 'taken-back',
          conclusion,
          version,
          by: actor(names, by),
          reason: because.reason,
          left: null,
        }))
      return inRecord((names) => {
        const left = names.side(because.decider)
        return { kind: 'taken-back', conclusion, version, by: null, reason: left.name, left }
      })
    }
    case 'withdrawn': {
      const { version, reason } = event
      return inRecord((names) => ({ kind: 'withdrawn', conclusion, version, by: actor(names, by), reason }))
    }
    case 'stance-taken':
      return inRecord((names) => {
        const { decider, answer, signInMethod } = event.stance
        return {
          kind: 'stance-taken',
          conclusion,
          version: event.version,
          by: actor(names, by),
          side: names.side(decider),
          stance: answer.kind,
          ...saidIn(answer),
          referendumZone: answer.kind === 'ad-referendum' ? names.zoneOf(decider) : null,
          signInMethod,
        }
      })
    case 'fixed-ad-referendum': {
      const { version, awaiting } = event
      return inRecord((names) => ({
        kind: 'fixed-ad-referendum',
        conclusion,
        version,
        awaiting: awaiting.map(names.side),
      }))
    }
    case 'adopted': {
      const { version, contentHash } = event
      const { chainHead } = subject
      return inRecord(() =>
        chainHead === null
          ? { kind: 'adopted', conclusion, version, contentHash }
          : { kind: 'record-agreed', conclusion, version, upTo: { ...chainHead }, contentHash },
      )
    }
    case 'superseded': {
      const successor = subjectIn(subjects, event.byConclusionId)
      const isHere = successor.meetingId === subject.meetingId
      return inRecord(() => ({ kind: 'superseded', conclusion, successor: isHere ? refOf(successor) : null }))
    }
    case 'word-brought': {
      const { version, decider, word } = event
      return inRecord((names) => ({
        kind: word.word,
        conclusion,
        version,
        by: actor(names, by),
        side: names.side(decider),
        reason: declineReason(events),
        signInMethod: word.signInMethod,
      }))
    }
    case 'declined':
      // The principals' word tells it, with their reason.
      return tellsNothing
    case 'lapsed': {
      const { version, overdue } = event
      return inRecord((names) => ({ kind: 'lapsed', conclusion, version, overdue: overdue.map(names.side) }))
    }
    case 'divergence-recorded': {
      const origin = refOf(subjectIn(subjects, event.originId))
      return inRecord((names) => ({
        kind: 'divergence-recorded',
        conclusion,
        by: actor(names, by),
        origin,
        sides: event.sides.map(names.side),
      }))
    }
    case 'diverged':
      // The recording of the divergence tells it, and names what it rests on.
      return tellsNothing
    case 'words-written': {
      const { side, words } = event.words
      return inRecord((names) => ({
        kind: 'divergence-words',
        conclusion,
        by: actor(names, by),
        side: names.side(side),
        words,
      }))
    }
    default:
      return event satisfies never
  }
}

/** What the record calls a conclusion. */
export function refOf({ id, kind, title, item }: Subject): ConclusionRef {
  return { id, kind, title, item: item && { id: item.id, title: item.title } }
}

function subjectIn(subjects: readonly Subject[], id: string): Subject {
  const subject = subjects.find((one) => one.id === id)
  if (subject === undefined) throw new Error('An event names a conclusion that was not given.')
  return subject
}

function declineReason(events: readonly ConclusionEvent[]): string {
  return events.find((event) => event.type === 'declined')?.reason ?? ''
}

function saidIn(answer: StanceAnswer): { words: string; referendumBy: string | null } {
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

function textOf(names: RecordNames, number: number, { wording, citations, commitments }: Content): VersionText {
  return {
    number,
    wording,
    passages: citations.flatMap((citation) => {
      const name = names.passages(citation)
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
