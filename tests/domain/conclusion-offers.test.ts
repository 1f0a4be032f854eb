import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConclusionAct, can, canFollowWith, canOpen } from '#domain/conclusion/can.ts'
import { decideConclusion } from '#domain/conclusion/decide.ts'
import type { Context } from '#domain/conclusion/facts.ts'
import type { ConclusionRefusal } from '#domain/conclusion/refusal.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { isRefusal } from '#domain/refusal.ts'
import { bilateral, chair, multilateral, Procedure, study, wording } from './conclusion-given.ts'
import { commandFor, currentNumber, everybody, history, play } from './conclusion-history.ts'

describe('what is offered is what is possible', () => {
  /** Refusals for what is written, or for what the draft still lacks: not for who acts or where it stands. */
  const forItsContent: readonly ConclusionRefusal['refused'][] = [
    'too-few-parties',
    'no-commitment',
    'resolution-limit',
  ]

  /** Whether the act itself, with fitting words, would happen: a late word that only finds the text lapsed does not. */
  const happens = ({ is, context, now }: Procedure, act: ConclusionAct, by: Participant): boolean => {
    const before = act === 'record-divergence' ? null : is
    const facts = act === 'record-divergence' ? { ...context, origin: is } : context
    const decision = decideConclusion(before, commandFor(act, by, currentNumber(is), now, { salt: 99 }), facts, now)
    if (isRefusal(decision)) return forItsContent.includes(decision.refused)
    return !decision.some((event) => event.type === 'lapsed')
  }

  const agree = (procedure: Procedure): void => {
    const { is, context, now } = procedure
    const wrong = everybody.flatMap((by) =>
      Object.entries(can(is, context, by, now))
        .filter(([act, offered]) => offered !== happens(procedure, act as ConclusionAct, by))
        .map(([act, offered]) => `${by.group.personId}: ${act} is ${offered ? '' : 'not '}offered`),
    )
    expect([...wrong, ...everybody.flatMap((by) => wronglyFollowed(procedure, by))]).toEqual([])
  }

  /** Drafts that would start from it or supersede it, offered and not possible, or the other way round. */
  const wronglyFollowed = ({ is, context, now }: Procedure, by: Participant): readonly string[] => {
    const opens = (facts: Partial<Context>) => {
      const command = { type: 'open', by, conclusionId: 'next', kind: 'common-position', title: 'Again' } as const
      return !isRefusal(
        decideConclusion(null, { ...command, content: wording('Twice') }, { ...context, ...facts }, now),
      )
    }
    const possible = {
      open: opens({ origin: null, supersedes: null }),
      'new-draft': opens({ origin: is, supersedes: null }),
      supersede: opens({ origin: null, supersedes: { conclusion: is, open: true } }),
    }
    const offered = { open: canOpen(context, by), ...canFollowWith(is, context, by) }
    return Object.entries(possible)
      .filter(([act, may]) => offered[act as keyof typeof offered] !== may)
      .map(([act]) => `${by.group.personId}: ${act}`)
  }

  test('on a draft, and on whatever becomes of it', () => {
    fc.assert(
      fc.property(history, (told) => void play(told, agree)),
      { numRuns: 150 },
    )
  })

  test('on a divergence', () => {
    for (const meeting of [bilateral, multilateral, study('mira', 'lena')]) {
      const origin = new Procedure(meeting).drafted(chair).is
      const divergence = new Procedure(meeting, { origin }, 'd1')
      divergence.given({ type: 'record-divergence', by: chair, conclusionId: 'd1', title: 'On the levels' })
      agree(divergence)
      agree(divergence.meeting({ state: 'closed' }))
      agree(divergence.meeting({ state: 'agreed' }))
    }
  })
})
