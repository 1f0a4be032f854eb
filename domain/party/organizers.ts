/** A group always has somebody who runs it. */
import { notEntitled, type Refusal } from '../refusal.ts'

/** An organizer leaves or is removed by another organizer; the last one stays. */
export function decideOrganizerRemoval(
  organizerIds: readonly string[],
  byPersonId: string,
  personId: string,
):
  | { readonly type: 'organizer-removed'; readonly personId: string }
  | Refusal<'not-entitled' | 'not-an-organizer' | 'last-organizer'> {
  if (!organizerIds.includes(byPersonId)) return notEntitled
  if (!organizerIds.includes(personId)) return { refused: 'not-an-organizer' }
  if (new Set(organizerIds).size === 1) return { refused: 'last-organizer' }
  return { type: 'organizer-removed', personId }
}

/**
 * Who may invite an organizer: an organizer; and the instance admin while the group has none, so that running an instance
 * opens no group that is in use. Null: may.
 */
export function mayInviteOrganizer(
  organizerIds: readonly string[],
  by: { readonly personId: string; readonly instanceAdmin: boolean },
): Refusal<'not-entitled'> | null {
  if (organizerIds.includes(by.personId)) return null
  return by.instanceAdmin && organizerIds.length === 0 ? null : notEntitled
}

/** An invitation to organize is judged again when it is accepted. */
export function decideOrganizing(
  organizerIds: readonly string[],
  personId: string,
  invitedBy: { readonly personId: string; readonly instanceAdmin: boolean },
): { readonly type: 'organizer-joined'; readonly personId: string } | Refusal<'not-entitled' | 'already-an-organizer'> {
  const refusal = mayInviteOrganizer(organizerIds, invitedBy)
  if (refusal !== null) return refusal
  if (organizerIds.includes(personId)) return { refused: 'already-an-organizer' }
  return { type: 'organizer-joined', personId }
}
