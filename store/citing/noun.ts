import type { Prisma } from '#lib/db/prisma.ts'

/** What every line about a passage tells, whatever cites it, as far as the viewer may know of it. */
export interface CitedPlace {
  /** Of an assignment: the assignment itself, of a conclusion the conclusion, whichever of its versions cites. */
  readonly id: string
  readonly groupId: string
  /** Empty for an assignment, which has none. */
  readonly title: string
  /** The passages, by ordinal; both ends included. */
  readonly first: number
  readonly last: number
  /** The exact words it points at, where these are not whole passages. */
  readonly quote: string | null
  /** Null: it stands outside meetings, or its meeting is not the viewer's to know of. */
  readonly meeting: {
    readonly id: string
    readonly title: string
    /** UTC instant; null: no date yet. */
    readonly startsAt: string | null
  } | null
  /** UTC instant: of a conclusion when it was adopted, else when it was begun; of an item when its meeting begins; null: no date. */
  readonly at: string | null
}

/** What one noun tells in its lines beside `CitedPlace`; it may tell more. */
export interface CitingTold {
  /** Under which name it stands in the register. */
  readonly of: string
  readonly kind: string
  /** Null: it has none. */
  readonly state: string | null
}

/** What a noun's rows hold for what it tells. */
export interface CitingRow<Own> {
  readonly kind: string
  readonly state: string | null
  /** What no other noun has, as JSON; null: nothing. */
  readonly own: Own
}

/** One kind of thing that cites passages: all that those must know who show what happened to a passage. */
export interface CitingNoun<Told extends CitingTold, Own = null> {
  /** The kind of its rows in "Citing". */
  readonly row: string
  /**
   * Selects its lines among `touched` t, which holds citations as `"citingId", first, last, quote`, joined to what the viewer may
   * see of it: `id, "groupId", title, kind, state, own, "meetingId", "meetingTitle", "meetingAt", place, at` and those three.
   * `place`: where it stands among others of its meeting.
   */
  readonly visible: Prisma.Sql
  /** What is its own in a line. */
  read(row: CitingRow<Own>, now: Date): Told
  /** Where it can be read. */
  href(line: CitedPlace & Told): string
}

/** The address of what stands in a meeting; of what is shared without it, in the group. */
export function within({ groupId, meeting }: CitedPlace): string {
  return meeting === null ? `/groups/${groupId}` : `/groups/${groupId}/meetings/${meeting.id}`
}
