/** The agenda of a meeting: what is talked about, in which order, for how long, and led by whom. */
import type { MeetingKind } from '../meeting/meeting.ts'

/** M8: inquiry, exchange and discussion are first-class, not only decisions. */
export const itemKinds = [
  'exchange-of-experience',
  'theoretical-discussion',
  'inquiry',
  'cooperation',
  'resolution',
  'procedure',
] as const

export type ItemKind = (typeof itemKinds)[number]

/** What an agenda item says; its passages are kept beside it. */
export interface ItemContent {
  readonly kind: ItemKind
  /** 1 to 200 UTF-16 units. */
  readonly title: string
  /** What is to be reached, or decided; may be empty. At most 2,000 UTF-16 units. */
  readonly aim: string
  /** Minutes of deliberation, 1 to 1440; in a multilateral the parties' statements come on top (rule 3). */
  readonly minutes: number
  /** A party of the meeting that opens the item, or null. */
  readonly leadPartyId: string | null
  /** The person who opens it, or null. */
  readonly leadPersonId: string | null
}

/** One item at its place on an agenda. */
export interface AgendaItem extends ItemContent {
  readonly id: string
  /** The meeting has come to it: it can no longer be moved or removed. */
  readonly taken: boolean
}

/** What a meeting talks about, in which order and for how long. */
export interface Agenda {
  /** Rises with every change, so that two people cannot overwrite each other. */
  readonly version: number
  /** In their order. */
  readonly items: readonly AgendaItem[]
  /** Minutes that each party has for its statement on an item of a multilateral (rule 3). 0 to 60. */
  readonly statementMinutes: number
  /** How many resolutions a multilateral puts at most (M4, rule 4). */
  readonly resolutionLimit: number
}

/** Most items of one agenda: whoever closes the meeting says of each what becomes of it (rule 16). */
export const mostItems = 200

/** How an agenda starts out for a kind of meeting (M2 to M4). */
export interface AgendaDefaults {
  /** Minutes of the whole meeting. */
  readonly meetingMinutes: number
  readonly itemKind: ItemKind
  /** Minutes of deliberation of one item. */
  readonly itemMinutes: number
  readonly statementMinutes: number
  readonly resolutionLimit: number
}

/** Rule 4: only one or a few resolutions can be thoroughly deliberated. */
export const defaultResolutionLimit = 3

const defaults: Readonly<Record<MeetingKind, AgendaDefaults>> = {
  study: {
    meetingMinutes: 90,
    itemKind: 'theoretical-discussion',
    itemMinutes: 30,
    statementMinutes: 0,
    resolutionLimit: 0,
  },
  // M3: two parties go deep; few items, long ones.
  bilateral: { meetingMinutes: 120, itemKind: 'inquiry', itemMinutes: 45, statementMinutes: 0, resolutionLimit: 0 },
  // M4: many parties are bound by time; short statements of prepared positions.
  multilateral: {
    meetingMinutes: 180,
    itemKind: 'cooperation',
    itemMinutes: 20,
    statementMinutes: 5,
    resolutionLimit: defaultResolutionLimit,
  },
}

/** How the agenda of a meeting of this kind starts out. */
export function agendaDefaults(kind: MeetingKind): AgendaDefaults {
  return defaults[kind]
}

/** Rule 5: resolutions belong to multilaterals; every other kind of item to all meetings. */
export function itemKindsOf(kind: MeetingKind): readonly ItemKind[] {
  return kind === 'multilateral' ? itemKinds : itemKinds.filter((itemKind) => itemKind !== 'resolution')
}

/** The resolutions on an agenda. */
export function resolutionsOn(items: readonly Pick<ItemContent, 'kind'>[]): number {
  return items.filter((item) => item.kind === 'resolution').length
}
