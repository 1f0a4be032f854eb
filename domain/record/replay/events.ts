import type { Conclusion } from '../../conclusion/conclusion.ts'
import type { Content } from '../../conclusion/content.ts'
import type { ConclusionEvent } from '../../conclusion/event.ts'
import { evolve } from '../../conclusion/evolve.ts'
import type { StanceAnswer } from '../../conclusion/stance.ts'
import type { ConclusionEntry, VersionText } from '../conclusion-entry.ts'
import { deciderOfSide } from './told.ts'

/** What happened to the conclusion of an entry, for `evolve`. Empty: how it stands is not changed by it. */
export function eventsOf(entry: ConclusionEntry, at: Date): readonly ConclusionEvent[] {
  const happened = { conclusionId: entry.conclusion.id, at }
  switch (entry.kind) {
    case 'draft-made': {
      const { conclusion, by, text } = entry
      const { kind, title } = conclusion
      if (kind === 'divergence') throw new Error('A divergence is no draft.')
      const opened = { byPersonId: by.person.id, byPartyId: by.party?.id ?? null, originId: null, supersedesId: null }
      return [{ ...happened, ...opened, type: 'opened', kind, title, content: contentOf(text) }]
    }
    case 'version-made': {
      const { by, text } = entry
      const content = contentOf(text)
      return [{ ...happened, type: 'revised', byPersonId: by.person.id, version: text.number, content }]
    }
    case 'put':
    case 'record-put': {
      const { by, version, deciders, contentHash = '' } = entry
      const put = { version, deciders: deciders.map(deciderOfSide), contentHash }
      return [{ ...happened, type: 'put', byPersonId: by.person.id, ...put }]
    }
    case 'taken-back': {
      const { by, version, reason, left } = entry
      if (by !== null) {
        const because = { kind: 'reason', byPersonId: by.person.id, reason } as const
        return [{ ...happened, type: 'taken-back', version, because }]
      }
      const decider = left == null ? ({ kind: 'party', partyId: '' } as const) : deciderOfSide(left)
      return [{ ...happened, type: 'taken-back', version, because: { kind: 'left', decider } }]
    }
    case 'stance-taken': {
      const { by, side, version, signInMethod } = entry
      const given = { givenById: by.person.id, signInMethod, givenAt: at, principals: null }
      const stance = { decider: deciderOfSide(side), answer: answerOf(entry), ...given }
      return [{ ...happened, type: 'stance-taken', version, stance }]
    }
    case 'fixed-ad-referendum': {
      const awaiting = entry.awaiting.map(deciderOfSide)
      return [{ ...happened, type: 'fixed-ad-referendum', version: entry.version, awaiting }]
    }
    case 'adopted':
    case 'record-agreed':
      return [{ ...happened, type: 'adopted', version: entry.version, contentHash: entry.contentHash }]
    case 'confirmed':
    case 'declined': {
      const { version, signInMethod, reason } = entry
      const of = { ...happened, version, decider: deciderOfSide(entry.side) }
      const word = { word: entry.kind, byPersonId: entry.by.person.id, signInMethod, at }
      const brought = { ...of, type: 'word-brought', word } as const
      return entry.kind === 'confirmed' ? [brought] : [brought, { ...of, type: 'declined', reason: reason || null }]
    }
    case 'lapsed':
      return [{ ...happened, type: 'lapsed', version: entry.version, overdue: entry.overdue.map(deciderOfSide) }]
    case 'withdrawn': {
      const { by, version, reason } = entry
      return [{ ...happened, type: 'withdrawn', byPersonId: by.person.id, version, reason }]
    }
    case 'divergence-recorded': {
      const { by, conclusion, origin, sides } = entry
      const recorded = { byPersonId: by.person.id, title: conclusion.title, originId: origin.id }
      return [{ ...happened, ...recorded, type: 'divergence-recorded', sides: sides.map(deciderOfSide) }]
    }
    case 'divergence-words': {
      const { by, side, words } = entry
      const written = { side: deciderOfSide(side), words, writtenById: by.person.id, writtenAt: at }
      return [{ ...happened, type: 'words-written', words: written }]
    }
    case 'superseded':
      return [{ ...happened, type: 'superseded', byConclusionId: entry.successor?.id ?? '' }]
    case 'commitment-done':
    case 'commitment-dropped':
    case 'commitment-reopened':
    case 'shared':
    case 'unshared':
      return []
    default:
      return entry satisfies never
  }
}

/** A conclusion after a divergence was recorded on it: what was undecided ends with it (rule 11). Null: it had ended before. */
export function divergedBy(
  conclusion: Conclusion,
  { conclusion: divergence }: Extract<ConclusionEntry, { kind: 'divergence-recorded' }>,
  at: Date,
): Conclusion | null {
  if (conclusion.state !== 'draft' && conclusion.state !== 'put') return null
  const { id: conclusionId, current } = conclusion
  return evolve(conclusion, {
    type: 'diverged',
    conclusionId,
    at,
    version: current.number,
    byConclusionId: divergence.id,
  })
}

/** Up to which entry minutes go is told when they are put, and what is cited by name alone. */
function contentOf({ wording, commitments }: VersionText): Content {
  return {
    wording,
    citations: [],
    commitments: commitments.map(({ what, party, person, dueOn }) => ({
      what,
      partyId: party?.id ?? null,
      personId: person?.id ?? null,
      dueOn,
    })),
    chainHead: null,
  }
}

function answerOf({ stance, words, referendumBy }: Extract<ConclusionEntry, { kind: 'stance-taken' }>): StanceAnswer {
  switch (stance) {
    case 'consent':
      return { kind: stance }
    case 'consent-with-reservation':
      return { kind: stance, reservation: words }
    case 'ad-referendum':
      return { kind: stance, referendumBy: new Date(referendumBy ?? '') }
    case 'stand-aside':
    case 'object':
      return { kind: stance, reason: words }
    default:
      return stance satisfies never
  }
}
