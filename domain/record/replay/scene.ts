import type { MeetingTold } from './meeting.ts'
import type { ReplayedConclusion } from './told.ts'

/** What stands around an entry. */
export interface Scene {
  readonly at: Date
  readonly meeting: MeetingTold | null
  /** The hash of an entry that comes before; undefined: there is none. */
  readonly hashAt: (sequence: number) => string | undefined
  /** Another conclusion of this record; undefined: it is not told. */
  readonly other: (id: string) => ReplayedConclusion | undefined
  /** Only one conclusion is replayed: what others say is not there. */
  readonly alone: boolean
}
