import { seesContents } from '#domain/access.ts'
import type { BareConclusion } from '#domain/conclusion/conclusion.ts'
import { isKeptBy } from '#domain/conclusion/kept.ts'
import { isOpenSince } from '#domain/conclusion/since.ts'
import type { MeetingScope } from './meeting.ts'

/** Whether conclusions of a meeting can be open to its viewer; which, `opensConclusion` says. */
export function opensConclusions({ sight, keepsFor }: MeetingScope): boolean {
  return seesContents(sight) || keepsFor !== null
}

/**
 * Whether one conclusion lies open to the viewer of its meeting: the meeting does, as far as they see it, or their party keeps it.
 * Lists across meetings ask `visibility.readable_conclusion()`, which says the same in SQL.
 */
export function opensConclusion(scope: MeetingScope, conclusion: BareConclusion): boolean {
  const { sight, keepsFor, since, meeting } = scope
  if (since !== null && !isOpenSince(conclusion, since, meeting)) return false
  if (seesContents(sight)) return true
  return keepsFor !== null && isKeptBy(conclusion, keepsFor)
}
