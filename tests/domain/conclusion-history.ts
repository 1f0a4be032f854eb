import fc from 'fast-check'
import type { ConclusionAct } from '#domain/conclusion/can.ts'
import type { Command } from '#domain/conclusion/command.ts'
import type { Conclusion, DraftedKind } from '#domain/conclusion/conclusion.ts'
import type { Decider } from '#domain/conclusion/decider.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import { STANCE_KINDS, type StanceAnswer, type StanceKind } from '#domain/conclusion/stance.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  authorisedDelegate,
  bilateral,
  chair,
  facilitator,
  jonas,
  millDelegate,
  millDeputy,
  millObserver,
  mira,
  multilateral,
  Procedure,
  stranger,
  study,
  tess,
  willMeasure,
  without,
  wording,
} from './conclusion-given.ts'

export const everybody = [
  mira,
  jonas,
  tess,
  chair,
  facilitator,
  millDeputy,
  millDelegate,
  authorisedDelegate,
  millObserver,
  stranger,
]
const meetings: readonly (readonly [ConclusionMeeting, DraftedKind])[] = [
  [bilateral, 'common-position'],
  [bilateral, 'cooperation'],
  [multilateral, 'common-understanding'],
  [multilateral, 'resolution'],
  [study('mira'), 'common-understanding'],
  [study('mira', 'lena', 'dov'), 'common-position'],
  [study('mira', 'lena', 'jonas', 'tess'), 'common-position'],
]

/** One thing that somebody tries, or that happens around the conclusion. */
interface Step {
  readonly by: Participant
  readonly act: ConclusionAct | 'lapse' | 'leave' | 'close' | 'agree'
  /** Added to the current version: mostly 0, so that most acts mean what is on the table. */
  readonly versionOff: number
  readonly hours: number
  readonly confirms: boolean
  readonly salt: number
}

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(mira, jonas, tess, chair) }, fc.constantFrom(...everybody)),
  act: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('revise', 'take-back', 'lapse', 'leave') },
    { weight: 4, arbitrary: fc.constant('put') },
    { weight: 6, arbitrary: fc.constant('consent') },
    { weight: 3, arbitrary: fc.constantFrom(...STANCE_KINDS) },
    { weight: 3, arbitrary: fc.constant('ad-referendum') },
    { weight: 4, arbitrary: fc.constant('bring-word') },
    { weight: 1, arbitrary: fc.constantFrom('close', 'agree', 'withdraw', 'write-words') },
  ) as fc.Arbitrary<Step['act']>,
  versionOff: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1)),
  hours: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.constantFrom(1, 30)),
  confirms: fc.boolean(),
  salt: fc.nat(3),
})
export const history = fc.record({
  meeting: fc.constantFrom(...meetings),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
})

const answerOf = (kind: StanceKind, now: Date): StanceAnswer => {
  const referendumBy = new Date(now.getTime() + 20 * 3_600_000)
  return { kind, referendumBy, reservation: 'Not in floods', reason: 'Too vague' } as StanceAnswer
}

export const currentNumber = (conclusion: Conclusion) =>
  conclusion.state === 'recorded' ? 1 : conclusion.current.number

const signInMethod = 'mail-link'

export function commandFor(
  act: ConclusionAct,
  by: Participant,
  version: number,
  now: Date,
  { salt = 0, confirms = true } = {},
): Command {
  switch (act) {
    case 'revise': {
      // Without commitments, so that putting a cooperation meets its obstacle.
      const content = wording(`Wording ${salt}`)
      return { type: 'revise', by, baseVersion: version, content }
    }
    case 'put':
      return { type: 'put', by, version }
    case 'take-back':
    case 'withdraw':
      return { type: act, by, version, reason: 'Overtaken' }
    case 'bring-word':
      return { type: act, by, signInMethod, version, word: confirms ? 'confirmed' : 'declined', reason: null }
    case 'write-words':
      return { type: act, by, words: 'Daily.', seen: null }
    case 'record-divergence':
      return { type: act, by, conclusionId: 'd1', title: 'On the levels' }
    default:
      return { type: 'take-stance', by, signInMethod, version, answer: answerOf(act, now) }
  }
}

function begun([meeting, kind]: readonly [ConclusionMeeting, DraftedKind]): Procedure {
  const commitments = kind === 'cooperation' ? [willMeasure] : []
  return new Procedure(meeting).drafted(chair, kind, wording('Wording', { commitments }))
}

/** Tries a step; whatever it is, decide answers and evolve takes the answer. */
function take(procedure: Procedure, { by, act, versionOff, hours, confirms, salt }: Step): void {
  procedure.at(new Date(procedure.now.getTime() + hours * 3_600_000))
  const { meeting } = procedure.context
  if (act === 'close') procedure.meeting({ state: 'closed' })
  else if (act === 'agree') procedure.meeting({ state: salt === 0 ? 'agreed' : meeting.state })
  else if (act === 'lapse') procedure.when({ type: 'lapse' })
  else if (act === 'leave') leaves(procedure, by, salt)
  else {
    const version = currentNumber(procedure.is) + versionOff
    procedure.when(commandFor(act, by, version, procedure.now, { salt, confirms }))
  }
}

/** Now and then a party, or a participant, leaves: the meeting's list and the conclusion change together. */
function leaves(procedure: Procedure, by: Participant, salt: number): void {
  if (salt !== 0 || by.party === null) return
  const { meeting } = procedure.context
  const isStudy = meeting.kind === 'study'
  const decider: Decider = isStudy
    ? { kind: 'person', personId: by.group.personId }
    : { kind: 'party', partyId: by.party.partyId }
  procedure.meeting(
    isStudy
      ? { participants: meeting.participants.filter((personId) => personId !== by.group.personId) }
      : without(meeting, by.party.partyId),
  )
  procedure.when({ type: 'leave', decider })
}

/** Plays a history, with a look at the conclusion after every step. */
export function play(
  { meeting, steps }: { meeting: (typeof meetings)[number]; steps: readonly Step[] },
  look: (procedure: Procedure) => void = () => {},
): Procedure {
  const procedure = begun(meeting)
  for (const next of steps) {
    take(procedure, next)
    look(procedure)
  }
  return procedure
}
