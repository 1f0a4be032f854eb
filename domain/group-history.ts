/** The history of a group: what happened to it and to its parties as such. */
import { partyRoles } from './party/membership.ts'

/** Everything that is written into the history; each has its words in messages, `groups.history.<kind>`. */
export const groupEventKinds = [
  'group-created',
  'organizer-invited',
  'organizer-joined',
  'organizer-removed',
  'settings-changed',
  'deletion-announced',
  'deletion-called-off',
  'deletion-stopped',
  'deletion-postponed',
  'deletion-voided',
  'party-created',
  'party-changed',
  'party-left',
  'invited',
  'invitation-declined',
  'invitation-renewed',
  'invitation-revoked',
  'invitation-voided',
  'joined',
  'role-changed',
  'member-removed',
  'replacement-announced',
  'replacement-stopped',
  'replacement-voided',
  'head-replaced',
] as const

/** What somebody becomes or ceases to be, where a line of the history is about that. */
export const historyRoles = ['organizer', ...partyRoles] as const

export type GroupEventKind = (typeof groupEventKinds)[number]
export type HistoryRole = (typeof historyRoles)[number]
