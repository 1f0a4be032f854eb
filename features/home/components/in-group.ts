import type { Ask } from '#store/asks/ask.ts'
import type { HomeGroup } from '../queries/person.ts'

/** The zone in which the viewer reads the times of a group. */
export function zoneIn(groups: readonly HomeGroup[], groupId: string): string {
  return groups.find(({ id }) => id === groupId)?.zone ?? 'UTC'
}

/** The party that is asked, where the viewer belongs to several of its group; null: there is nothing to tell apart. */
export function partyAsked(groups: readonly HomeGroup[], { groupId, partyId }: Ask): string | null {
  const parties = groups.find(({ id }) => id === groupId)?.parties ?? []
  return parties.length < 2 ? null : (parties.find(({ id }) => id === partyId)?.shortName ?? null)
}
