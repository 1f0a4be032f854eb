import { seesContents } from '#domain/access.ts'
import type { MeetingHead } from '../queries/head.ts'

export const stepIds = ['plan', 'prepare', 'floor', 'conclusions', 'record'] as const
export type StepId = (typeof stepIds)[number]

/** The step at which a meeting opens: the one that is current. Whoever sees no contents sees the plan. */
export function currentStep({ state, sight }: Pick<MeetingHead, 'state' | 'sight'>): StepId {
  if (!seesContents(sight)) return 'plan'
  switch (state) {
    case 'draft':
    case 'cancelled':
      return 'plan'
    case 'scheduled':
      return 'prepare'
    case 'open':
      return 'floor'
    case 'closed':
      return 'conclusions'
    case 'agreed':
      return 'record'
    default:
      return state satisfies never
  }
}

/**
 * The steps that can be entered: contents are for those who see them, and a draft has no floor yet. Whoever left with their
 * party keeps conclusions and the record up to there.
 */
export function enterable({
  state,
  sight,
  keeps,
  proposed,
}: Pick<MeetingHead, 'state' | 'sight' | 'keeps' | 'proposed'>): readonly StepId[] {
  if (keeps) return [...(sight === 'agenda' ? agendaSteps : ['plan' as const]), 'conclusions', 'record']
  if (sight === 'agenda') return agendaSteps
  if (!seesContents(sight)) return ['plan']
  if (state === 'draft') return proposed ? ['plan', 'prepare', 'record'] : ['plan', 'prepare']
  return state === 'cancelled' ? ['plan', 'record'] : stepIds
}

/** Why the other steps cannot be entered, as far as it is known to whoever cannot. */
export function whyShut({
  state,
  sight,
  keeps,
}: Pick<MeetingHead, 'state' | 'sight' | 'keeps'>): 'left' | 'sight' | 'draft' | 'cancelled' {
  if (keeps) return 'left'
  if (!seesContents(sight)) return 'sight'
  return state === 'cancelled' ? 'cancelled' : 'draft'
}

const agendaSteps = ['plan', 'prepare'] as const

/** The steps that lie behind. */
export function passed({ state }: Pick<MeetingHead, 'state'>): readonly StepId[] {
  switch (state) {
    case 'draft':
    case 'cancelled':
      return []
    case 'scheduled':
      return ['plan']
    case 'open':
      return ['plan', 'prepare']
    case 'closed':
      return ['plan', 'prepare', 'floor']
    case 'agreed':
      return stepIds
    default:
      return state satisfies never
  }
}
