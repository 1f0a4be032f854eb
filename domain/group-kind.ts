/**
 * What a group is for. It decides which parties are made of the answer, what a new meeting is at first, and in which order first
 * steps are told. No right and no rule of the procedure hangs on it, and a group of which none is said lacks nothing.
 */
import type { MeetingKind } from './meeting/meeting.ts'

/** A study circle reads within one party, parties that negotiate meet two by two, an assembly meets all together. */
export const groupKinds = ['study-circle', 'negotiation', 'assembly'] as const

export type GroupKind = (typeof groupKinds)[number]

/** The kind of meeting that a group of this kind holds most; null: none is said. */
export function usualMeetingOf(kind: GroupKind | null): MeetingKind | null {
  switch (kind) {
    case 'study-circle':
      return 'study'
    case 'negotiation':
      return 'bilateral'
    case 'assembly':
      return 'multilateral'
    case null:
      return null
    default:
      return kind satisfies never
  }
}
