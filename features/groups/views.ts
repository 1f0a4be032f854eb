/** What the routes of groups answer: the forms from which the views have their types. */
import { z } from 'zod'
import { groupEventKinds, historyRoles } from '#domain/group-history.ts'
import { groupKinds } from '#domain/group-kind.ts'
import {
  count,
  instant,
  languageTag,
  listOf,
  mailAddress,
  members,
  partyName,
  personName,
  proseText,
  shortName,
  uuid,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'
import { tourKeys, tourThings } from '#lib/demo/tour.ts'

/** An open invitation to organize. */
export const pendingOrganizer = viewOf('PendingOrganizer', {
  id: uuid,
  email: mailAddress.nullable(),
  name: personName.nullable(),
  expiresAt: instant,
  declinedAt: instant.nullable().describe('Whoever it was sent to said no; they may still accept.'),
  claimedBy: members({ name: personName, email: mailAddress })
    .nullable()
    .describe('Who opened it under another address and waits to be confirmed.'),
})
export type PendingOrganizer = z.output<typeof pendingOrganizer>

/** A group in a list: what it is called and what the viewer is in it. */
export const groupLine = viewOf('GroupLine', {
  id: uuid,
  name: partyName,
  organizer: z.boolean(),
  parties: listOf(shortName).describe('Short names of the parties for which the viewer sits.'),
})
export type GroupLine = z.output<typeof groupLine>

/** A group as the instance admin sees it: operation, never contents. */
export const instanceGroup = viewOf('InstanceGroup', {
  id: uuid,
  name: partyName,
  partyCount: count,
  organizerCount: count,
  invitations: listOf(pendingOrganizer).describe(
    "Those to organize it that are open: the admin's to look after until it has an organizer; empty from then on.",
  ),
  can: members({ inviteOrganizer: z.boolean() }).describe('The admin may invite its first organizer.'),
})
export type InstanceGroup = z.output<typeof instanceGroup>

/** One thing that happened to the group or a party as such. */
export const historyEntry = viewOf('HistoryEntry', {
  id: uuid,
  kind: z.enum(groupEventKinds),
  at: instant,
  actor: z.string(),
  subject: z.string(),
  party: shortName.nullable().describe('Short name of the party it concerns; null: the whole group.'),
  detail: z.string().describe('The name of what it is about, or empty.'),
  role: z.enum(historyRoles).nullable(),
  effectiveAt: instant.nullable(),
})
export type HistoryEntry = z.output<typeof historyEntry>

const kind = z.enum(groupKinds).nullable().describe('What the group is for; null: none is said.')

/** What organizers see of their group's settings. */
export const settingsView = viewOf('SettingsView', {
  id: uuid,
  name: partyName,
  purpose: proseText,
  kind,
  timeZone: zoneName,
  viewerZone: zoneName.describe('IANA zone in which the viewer reads times.'),
  replacementDelayHours: count,
  language: languageTag,
  foundingStandsFrom: instant
    .nullable()
    .describe(
      'Until when the viewer can take the founding back at once, if nobody comes and no meeting is opened; null: they cannot.',
    ),
  deletesAt: instant.nullable(),
  announceableFrom: instant
    .nullable()
    .describe('From when its deletion can be announced again; null: no earlier one stands against it.'),
  organizers: listOf(
    members({
      personId: uuid,
      name: personName,
      since: instant,
      isViewer: z.boolean(),
      can: members({ remove: z.boolean() }),
    }),
  ),
  invitations: listOf(pendingOrganizer),
})
export type SettingsView = z.output<typeof settingsView>

/** A head as whom one may look at a demo. */
export const demoHead = viewOf('DemoHead', { partyId: uuid, party: shortName, head: personName })
export type DemoHead = z.output<typeof demoHead>

/** What every page of a group shows around its contents. */
export const groupShell = viewOf('GroupShell', {
  id: uuid,
  name: partyName,
  purpose: proseText,
  viewerZone: zoneName.describe('IANA zone in which the viewer reads times.'),
  isDemo: z.boolean(),
  deletesAt: instant.nullable().describe('Null: no deletion is announced.'),
  viewer: members({
    id: uuid,
    name: personName,
    organizer: z.boolean(),
    parties: listOf(members({ id: uuid, shortName, role: z.string() })),
    isPerspective: z.boolean().describe('Looks at the demo as this person.'),
  }),
  mayLook: z.boolean().describe('It is a demo, and may be looked at as its heads: by its organizers.'),
})
export type GroupShell = z.output<typeof groupShell>

/** As whom the viewer looks at the demo, on the pages outside of it. */
export const lookingView = viewOf('LookingView', {
  groupId: uuid,
  current: uuid.nullable().describe('The party as whose head they look; null: as themselves.'),
  name: personName.describe('The name of that head; empty: they look as themselves.'),
})
export type LookingView = z.output<typeof lookingView>

/** The demo, for whoever may look at one as its heads. */
export const demoAtHand = viewOf('DemoAtHand', {
  looking: lookingView.nullable().describe('Null: the viewer organizes no demo group and looks at none.'),
})

/** One point of the tour of the demo. */
export const tourPoint = viewOf('TourPoint', {
  key: z.enum(tourKeys),
  as: shortName.nullable().describe('Short name of the party as whose head to look; null: as oneself.'),
  href: z
    .string()
    .nullable()
    .describe('Own path of its page; null: as whom one looks now one knows of none.')
    .meta({ examples: ['/'] }),
  isDone: z.boolean().describe('What it asks to do is done, by whomever.'),
  things: listOf(
    members({
      name: z.enum(tourThings),
      href: z
        .string()
        .describe('Own path of it.')
        .meta({ examples: ['/'] }),
    }),
  ).describe('What its words name besides that page, as far as one knows of it.'),
})
export type TourPoint = z.output<typeof tourPoint>

/** The settings as they stand after a change. */
export const settingsSaved = viewOf('SettingsSaved', {
  name: partyName,
  purpose: proseText,
  timeZone: zoneName,
  replacementDelayHours: count,
  kind: kind.exactOptional(),
  language: languageTag.optional(),
})

/** When the group will be deleted. */
export const deletionAnnounced = viewOf('DeletionAnnounced', { deletesAt: instant })
