import { createHash } from 'node:crypto'
import type { Command } from '#domain/conclusion/command.ts'
import type { Conclusion, DraftedKind } from '#domain/conclusion/conclusion.ts'
import type { CommitmentTerms, Content } from '#domain/conclusion/content.ts'
import { decideConclusion } from '#domain/conclusion/decide.ts'
import type { ConclusionEvent, Decision } from '#domain/conclusion/event.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import type { ConclusionFacts, ConclusionMeeting, Context } from '#domain/conclusion/facts.ts'
import type { StanceAnswer } from '#domain/conclusion/stance.ts'
import type { Office, Participant } from '#domain/meeting/participant.ts'
import type { PartyRole } from '#domain/party/membership.ts'
import { isRefusal } from '#domain/refusal.ts'

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A river council: three quarters of a town along one river. */
export const [MILL, HARBOUR, ORCHARD] = ['mill', 'harbour', 'orchard'] as const

export const NOON = new Date('2027-03-01T12:00:00Z')
export const hoursLater = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000)

export const person = (personId: string, partyId: string | null, role: PartyRole = 'head', offices: Office[] = []) =>
  ({
    group: {
      personId,
      organizer: false,
      memberships: partyId === null ? [] : [{ partyId, role, seesFrom: null }],
      holdsOffice: offices.length > 0,
    },
    madeIt: false,
    party:
      partyId === null ? null : { partyId, role, seesFrom: null, authorised: false, left: false, partySeesFrom: null },
    offices,
    pendingOffices: [],
  }) satisfies Participant

export const mira = person('mira', MILL)
export const jonas = person('jonas', HARBOUR)
export const tess = person('tess', ORCHARD)
export const millDeputy = person('dov', MILL, 'deputy')
export const millDelegate = person('lena', MILL, 'delegate')
export const authorisedDelegate: Participant = {
  ...millDelegate,
  party: millDelegate.party && { ...millDelegate.party, authorised: true },
}
export const millObserver = person('otto', MILL, 'observer')
export const chair = person('noor', null, 'head', ['chair'])
export const rapporteur = person('rafi', null, 'head', ['rapporteur'])
export const facilitator = person('fern', null, 'head', ['facilitator'])
export const stranger = person('stan', 'library')

const parties = (...ids: string[]) => ids.map((partyId) => ({ partyId, leftAt: null }))
const open = {
  state: 'open',
  openedAt: new Date('2026-03-01T08:00:00Z'),
  participants: [],
  resolutionLimit: 3,
  otherResolutionsPut: 0,
  citesLimitedText: false,
} as const

export const bilateral: ConclusionMeeting = { ...open, kind: 'bilateral', parties: parties(MILL, HARBOUR) }
export const multilateral: ConclusionMeeting = {
  ...open,
  kind: 'multilateral',
  parties: parties(MILL, HARBOUR, ORCHARD),
}
export const study = (...participants: string[]): ConclusionMeeting => ({
  ...open,
  kind: 'study',
  parties: parties(MILL),
  participants,
})

/** A meeting after these parties have left it. */
export const without = (meeting: ConclusionMeeting, ...left: string[]): ConclusionMeeting => ({
  ...meeting,
  parties: meeting.parties.map((party) => (left.includes(party.partyId) ? { ...party, leftAt: NOON } : party)),
})

export const contextOf = (meeting: ConclusionMeeting, more: Partial<ConclusionFacts> = {}): Context => ({
  origin: null,
  supersedes: null,
  ...more,
  meeting,
  sha256,
})

export const wording = (text: string, more: Partial<Content> = {}): Content => ({
  wording: text,
  citations: [],
  commitments: [],
  chainHead: null,
  ...more,
})

export const LEVELS = 'The river is measured at three places each week.'
export const willMeasure: CommitmentTerms = {
  what: 'Publish the levels',
  partyId: MILL,
  personId: null,
  dueOn: '2027-04-30',
}

/** One conclusion going through the procedure, in one meeting that may change around it. */
export class Procedure {
  conclusion: Conclusion | null = null
  events: ConclusionEvent[] = []
  context: Context
  now = NOON
  id: string

  constructor(meeting: ConclusionMeeting, more: Partial<ConclusionFacts> = {}, id = 'c1') {
    this.context = contextOf(meeting, more)
    this.id = id
  }

  /** Something is tried; its events, if any, happen. */
  when(command: Command): Decision {
    const decision = decideConclusion(this.conclusion, command, this.context, this.now)
    if (isRefusal(decision)) return decision
    this.conclusion = decision.reduce<Conclusion | null>(evolve, this.conclusion)
    this.events.push(...decision)
    return decision
  }

  /** Something that went before: it must have been possible. */
  given(...commands: Command[]): this {
    for (const command of commands) {
      const decision = this.when(command)
      if (isRefusal(decision)) throw new Error(`${command.type} was refused: ${JSON.stringify(decision)}`)
    }
    return this
  }

  /** The meeting becomes another: it opens, closes, is left. */
  meeting(change: Partial<ConclusionMeeting>): this {
    this.context = { ...this.context, meeting: { ...this.context.meeting, ...change } }
    return this
  }

  at(now: Date): this {
    this.now = now
    return this
  }

  get is(): Conclusion {
    if (this.conclusion === null) throw new Error('Not opened')
    return this.conclusion
  }

  drafted(by: Participant, kind: DraftedKind = 'common-understanding', content = wording(LEVELS)): this {
    return this.given({ type: 'open', by, conclusionId: this.id, kind, title: 'River levels', content })
  }
}

export const revise = (by: Participant, baseVersion: number, content: Content | string): Command => ({
  type: 'revise',
  by,
  baseVersion,
  content: typeof content === 'string' ? wording(content) : content,
})
export const put = (by: Participant, version = 1): Command => ({ type: 'put', by, version })
export const takeBack = (by: Participant, version = 1, reason = 'One word is unclear'): Command => ({
  type: 'take-back',
  by,
  version,
  reason,
})
export const withdraw = (by: Participant, version = 1, reason = 'Overtaken'): Command => ({
  type: 'withdraw',
  by,
  version,
  reason,
})
export const answer = (by: Participant, given: StanceAnswer, version = 1, signInMethod = 'mail-link'): Command => ({
  type: 'take-stance',
  by,
  signInMethod,
  version,
  answer: given,
})
export const consent = (by: Participant, version = 1) => answer(by, { kind: 'consent' }, version)
export const object = (by: Participant, version = 1) => answer(by, { kind: 'object', reason: 'Too vague' }, version)
export const standAside = (by: Participant, version = 1) =>
  answer(by, { kind: 'stand-aside', reason: 'We have no gauge' }, version)
export const adReferendum = (by: Participant, referendumBy: Date, version = 1) =>
  answer(by, { kind: 'ad-referendum', referendumBy }, version)
export const confirm = (by: Participant, version = 1): Command => ({
  type: 'bring-word',
  by,
  signInMethod: 'mail-link',
  version,
  word: 'confirmed',
  reason: null,
})
export const decline = (by: Participant, reason: string | null = null, version = 1): Command => ({
  type: 'bring-word',
  by,
  signInMethod: 'mail-link',
  version,
  word: 'declined',
  reason,
})

/** The types of the events of a decision, or the code of its refusal. */
export const told = (decision: Decision): string[] | string =>
  isRefusal(decision) ? decision.refused : decision.map((event) => event.type)
