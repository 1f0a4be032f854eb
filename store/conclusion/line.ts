import { askedOf, type ConclusionAsk } from '#domain/conclusion/asked.ts'
import type { BareConclusion } from '#domain/conclusion/conclusion.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import { draftToPut } from '#domain/conclusion/put.ts'
import { standing } from '#domain/conclusion/standing.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { ConclusionLine } from './schema.ts'

/** A conclusion in a list, as it concerns whoever looks. */
export function lineOf(
  conclusion: BareConclusion,
  createdAt: Date,
  meeting: ConclusionMeeting,
  actor: Participant,
  now: Date,
): ConclusionLine {
  const { outcome, answered } = standing(conclusion, now)
  const facts = { meeting, origin: null, supersedes: null }
  const asked = askedOf(conclusion, facts, actor, now)
  const { id, title, kind, state } = conclusion
  return {
    id,
    title,
    kind,
    state,
    outcome,
    version: conclusion.state === 'recorded' ? 0 : conclusion.current.number,
    answered: conclusion.state === 'recorded' ? conclusion.words.length : answered.length,
    deciders: decidersOf(conclusion),
    asked: asked?.kind ?? null,
    due: dueOf(asked)?.toISOString() ?? null,
    at: since(conclusion, createdAt).toISOString(),
    mayPut: !isRefusal(draftToPut(conclusion, facts, actor)),
  }
}

function decidersOf(conclusion: BareConclusion): number {
  if (conclusion.state === 'recorded') return conclusion.sides.length
  const { putting } = conclusion.current
  return putting === null || putting.takenBack !== null ? 0 : putting.deciders.length
}

function dueOf(asked: ConclusionAsk | null): Date | null {
  return asked?.kind === 'word' ? asked.by : null
}

/** Since when it stands where it stands. */
function since(conclusion: BareConclusion, createdAt: Date): Date {
  switch (conclusion.state) {
    case 'draft':
      return conclusion.current.putting?.takenBack?.at ?? conclusion.current.at
    case 'put':
    case 'ad-referendum':
      return conclusion.current.putting.at
    case 'adopted':
    case 'superseded':
      return conclusion.adoptedAt
    case 'declined':
    case 'lapsed':
    case 'withdrawn':
    case 'diverged':
      return conclusion.endedAt
    case 'recorded':
      return createdAt
    default:
      return conclusion satisfies never
  }
}
