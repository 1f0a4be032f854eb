/** What several routes of meetings refuse. */
import type { RefusalCode } from '#domain/refusal-code.ts'

/** There is no such time, or it cannot be planned. */
export const slotRefusals = [
  'unknown-zone',
  'malformed-wall-time',
  'wall-time-does-not-exist',
  'wall-time-is-ambiguous',
  'in-the-past',
  'duration-out-of-bounds',
  'end-before-start',
] as const satisfies readonly RefusalCode[]

/** Somebody else speaks here. */
export const voiceRefusals = [
  'not-entitled',
  'choose-a-party',
  'speaks-for-no-party',
] as const satisfies readonly RefusalCode[]

/** A meeting of this kind wants another number of parties. */
export const arityRefusals = [
  'study-needs-one',
  'bilateral-needs-two',
  'multilateral-needs-three',
] as const satisfies readonly RefusalCode[]

/** The agenda is not written by whoever asks, or not any more, or became another. */
export const agendaRefusals = [
  'not-entitled',
  'agenda-changed',
  'agenda-fixed',
  'record-full',
] as const satisfies readonly RefusalCode[]
