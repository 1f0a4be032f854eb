import type { ItemKind } from '#domain/agenda/agenda.ts'
import type { ConclusionKind, ConclusionState } from '#domain/conclusion/conclusion.ts'
import type { NotCarried } from '#domain/conclusion/standing.ts'
import type { AssignmentKind } from '#domain/preparation.ts'
import type { Prisma } from '#lib/db/prisma.ts'
import type { AnswersRow } from '#store/conclusion/put-state.ts'

/** The parts of a passage's concordance, in the order of its page: what is prepared, what is on agendas, what came of it. */
export const concordanceParts = ['assigned', 'discussed', 'concluded'] as const

export type ConcordancePart = (typeof concordanceParts)[number]

/** Something that points at passages, as far as the viewer may know of it. */
export type CitingLine = {
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
} & (
  | { readonly of: 'item'; readonly kind: ItemKind; readonly state: null }
  /** `state`: of what is put and answered by all, why the answers do not carry it. */
  | { readonly of: 'conclusion'; readonly kind: ConclusionKind; readonly state: ConclusionState | NotCarried }
  | { readonly of: 'assignment'; readonly kind: AssignmentKind; readonly state: null }
)

export type CitingKind = CitingLine['of']

/** The line of one noun. */
export type CitingLineOf<Of extends CitingKind> = Extract<CitingLine, { of: Of }>

/** What a noun's rows tell that is its own. */
export interface CitingRow {
  readonly kind: string
  readonly state: string | null
  readonly answers: AnswersRow
}

/** One kind of thing that cites passages: all that those must know who show what happened to a passage. */
export interface CitingNoun<Of extends CitingKind> {
  readonly of: Of
  /** The kind of its rows in "Citing". */
  readonly row: 'item' | 'version' | 'assignment'
  readonly part: ConcordancePart
  /**
   * Selects its lines among `touched` t, which holds citations as `"citingId", first, last, quote`, joined to what the viewer may
   * see of it: `of, id, "groupId", title, kind, state, answers, "meetingId", "meetingTitle", "meetingAt", place, at` and those three.
   * `place`: where it stands among others of its meeting.
   */
  readonly visible: Prisma.Sql
  /** What is its own in a line. */
  read(row: CitingRow, now: Date): Pick<CitingLineOf<Of>, 'of' | 'kind' | 'state'>
  /** Where it can be read. */
  href(line: CitingLineOf<Of>): string
}

/** The address of what stands in a meeting; of what is shared without it, in the group. */
export function within({ groupId, meeting }: CitingLine): string {
  return meeting === null ? `/groups/${groupId}` : `/groups/${groupId}/meetings/${meeting.id}`
}
