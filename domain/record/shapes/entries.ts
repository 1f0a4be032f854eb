import type { RecordEntry, RecordKind } from '../entry.ts'
import type { MemberCheck } from '../shape.ts'

/** The entry of one kind, also where one type has several kinds. */
export type EntryOf<Kind extends RecordKind, Entry extends RecordEntry = RecordEntry> = Entry extends RecordEntry
  ? Kind extends Entry['kind']
    ? Entry
    : never
  : never

/** What the entries of these kinds look like. */
export type Shapes<Kind extends RecordKind> = { readonly [K in Kind]: MemberCheck }
