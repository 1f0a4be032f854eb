/** Acts on a group as such: what they hold and how they are decided on. */
import { randomUUIDv7 } from 'node:crypto'
import { type DeletableGroup, decideDeletion, decideDeletionEnd } from '#domain/group-deletion.ts'
import { groupKinds } from '#domain/group-kind.ts'
import { type DayFull, type ListFull, listFull } from '#domain/limits.ts'
import { decideOrganizerRemoval } from '#domain/party/organizers.ts'
import { isRefusal, type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import { type ChangedMeanwhile, type Said, saidAnew } from '#domain/said-anew.ts'
import { lockList } from '#lib/db/lock-list.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import { holdMeetingsOf } from '#store/meeting/end-offices.ts'
import { changesToday } from '#store/party/changes-today.ts'
import type { ActInProgress, Target } from '#store/perform.ts'
import { lockGroup } from './lock.ts'
import { type GroupEvent, groupRows, type OfGroup, type SettingsOfGroup } from './rows.ts'

/** A group under its lock, proven for the viewer. */
export interface HeldGroup extends OfGroup {
  readonly scope: GroupScope
  readonly actorId: string
}

/** Proves a group and locks it. */
export async function loadHeldGroup(act: ActInProgress, viewer: Viewer, groupId: string): Promise<HeldGroup | null> {
  const scope = await proveGroup(act.tx, viewer, groupId)
  if (scope === null) return null
  await lockGroup(act.tx, groupId)
  return { act, scope, groupId, actorId: viewer.personId }
}

/** A group that does not exist yet; the instance admin makes one. Refusals: `not-entitled`, `list-full`. */
export function groupToMake(): Target<
  Viewer,
  OfGroup,
  Omit<SettingsOfGroup, 'replacementDelayHours'>,
  GroupEvent,
  NotEntitled | ListFull
> {
  return {
    ...groupRows,
    load: async (act, { personId }) => {
      const where = { id: personId, isInstanceAdmin: true }
      const admin = await act.tx.person.findFirst({ where, select: { id: true } })
      return admin === null ? notEntitled : { act, groupId: randomUUIDv7(), actorId: personId }
    },
    decide: (_, group) => [{ type: 'group-created', group }],
    admit: async ({ act: { tx } }, events) => {
      await lockList(tx, 'groups', 'instance')
      return listFull('groups', await tx.group.count()) ?? events
    },
  }
}

/** What a group is called and how it works, all of it. */
export type WholeSettings = Required<SettingsOfGroup>

/** What a group is called and how it works; an organizer changes it. Refusals: `not-entitled`, `changed-meanwhile`, `day-full`. */
export function settingsOf(
  groupId: string,
): Target<Viewer, HeldSettings, Said<WholeSettings>, GroupEvent, NotEntitled | ChangedMeanwhile | DayFull> {
  return {
    ...groupRows,
    load: async (act, viewer) => {
      const held = await loadHeldGroup(act, viewer, groupId)
      return held && { ...held, stands: await settingsNow(act.tx, groupId) }
    },
    decide: ({ scope: { standing }, stands }, said) => {
      if (!standing.organizer) return notEntitled
      const to = saidAnew(stands, said)
      return isRefusal(to) ? to : [{ type: 'settings-changed', to }]
    },
    admit: async ({ act, actorId }, events) => (await changesToday(act.tx, groupId, actorId, act.now)) ?? events,
  }
}

interface HeldSettings extends HeldGroup {
  readonly stands: WholeSettings
}

async function settingsNow(tx: Tx, groupId: string): Promise<WholeSettings> {
  const select = { name: true, purpose: true, timeZone: true, replacementDelayHours: true, language: true, kind: true }
  const { kind, ...rest } = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select })
  return { ...rest, kind: kind === null ? null : oneOf(groupKinds, kind) }
}

/** One organizer of a group. Two who remove each other at once take turns, and the second finds itself the last. */
export function organizerOf(
  groupId: string,
  personId: string,
): Target<
  Viewer,
  HeldGroup & { readonly organizerIds: readonly string[] },
  'remove',
  GroupEvent,
  Extract<ReturnType<typeof decideOrganizerRemoval>, Refusal>
> {
  return {
    ...groupRows,
    load: async (act, viewer) => {
      const held = await loadHeldGroup(act, viewer, groupId)
      if (held === null) return null
      await holdMeetingsOf(act.tx, { groupId, personId, partyId: null })
      return { ...held, organizerIds: await organizersOf(act.tx, groupId) }
    },
    decide: ({ organizerIds, actorId }) => {
      const event = decideOrganizerRemoval(organizerIds, actorId, personId)
      return isRefusal(event) ? event : [event]
    },
  }
}

/** The organizers of a group, by person. */
export async function organizersOf(tx: Tx, groupId: string): Promise<readonly string[]> {
  const rows = await tx.organizer.findMany({ where: { groupId, removedAt: null }, select: { personId: true } })
  return rows.map(({ personId }) => personId)
}

/** What the deletion of a group rests on. */
export interface HeldDeletion extends HeldGroup {
  readonly group: DeletableGroup
  /** A party of the group whose head the viewer is; null: none. */
  readonly headed: { readonly id: string; readonly name: string } | null
}

/** The deletion of a group, which an organizer announces. */
export function deletionOf(
  groupId: string,
): Target<Viewer, HeldDeletion, 'announce', GroupEvent, Extract<ReturnType<typeof decideDeletion>, Refusal>> {
  return {
    ...groupRows,
    load: (act, viewer) => loadDeletion(act, viewer, groupId),
    decide: ({ act, scope: { standing }, group }) => {
      const event = decideDeletion(group, standing, act.now)
      return isRefusal(event) ? event : [event]
    },
  }
}

/** The announced deletion of a group, which an organizer calls off or the head of a party stops. */
export function deletionEndOf(
  groupId: string,
): Target<Viewer, HeldDeletion, 'end', GroupEvent, Extract<ReturnType<typeof decideDeletionEnd>, Refusal>> {
  return {
    ...groupRows,
    load: (act, viewer) => loadDeletion(act, viewer, groupId),
    decide: ({ scope: { standing }, group, headed }) => {
      const event = decideDeletionEnd(group, { organizer: standing.organizer, headOf: headed?.id ?? null })
      if (isRefusal(event)) return event
      return event.type === 'deletion-stopped' ? [{ ...event, party: headed?.name ?? '' }] : [event]
    },
  }
}

async function loadDeletion(act: ActInProgress, viewer: Viewer, groupId: string): Promise<HeldDeletion | null> {
  const held = await loadHeldGroup(act, viewer, groupId)
  if (held === null) return null
  const select = { deletesAt: true, deletionEndedAt: true }
  const group = await act.tx.group.findUniqueOrThrow({ where: { id: groupId }, select })
  return { ...held, group, headed: await headedBy(act.tx, held.scope) }
}

/** One that left has taken along what it agreed, and stops nothing. */
function headedBy(tx: Tx, { standing }: GroupScope): Promise<HeldDeletion['headed']> {
  const led = standing.memberships.filter(({ role }) => role === 'head').map(({ partyId }) => partyId)
  return tx.party.findFirst({
    where: { id: { in: led }, leftAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
}
