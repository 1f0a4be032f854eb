/**
 * The edits of the import's preview: merge, split, retype, drop and restore. Words are never changed, only whitespace
 * where passages meet. An edit is decided on a window of the draft, so that a draft of 31,000 passages is neither
 * loaded nor rewritten for it: the passages it names and their neighbours up to the nearest kept one on either side
 * (dropped ones in between included), in reading order.
 */
import type { Refusal, RefusalWith } from '../refusal.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { type Candidate, levelBounds, maxPassageLength, type PassageKind } from './passage.ts'
import { positionBetween } from './position.ts'
import { seamBetween } from './seam.ts'

/** A passage of an edition that is not published yet. */
export interface DraftPassage extends Candidate {
  readonly id: string
  /** Order key, unique in the draft (position.ts). */
  readonly position: number
  /** Shown struck out in the preview, left out at publishing. */
  readonly dropped: boolean
}

export type EditCommand =
  /** Joins a passage with the nearest kept one after or before it; the earlier of the two stays, the later one goes. */
  | { readonly edit: 'merge'; readonly id: string; readonly with: 'next' | 'previous' }
  /** Cuts before the character at `offset` (UTF-16 units); what follows becomes passage `newId`, chosen by the caller. */
  | { readonly edit: 'split'; readonly id: string; readonly offset: number; readonly newId: string }
  | { readonly edit: 'retype'; readonly id: string; readonly kind: PassageKind; readonly level: number }
  /** At most `maxPassagesPerEdit` at once: the preview offers to drop all suspects of a sort together. */
  | { readonly edit: 'drop' | 'restore'; readonly ids: readonly string[] }

/** The edit that is its own kind of inverse. */
export type DropOrRestore = Extract<EditCommand, { readonly ids: unknown }>

/** The rows that an edit touches, as they were and as they become, and no others. */
export interface EditChange {
  readonly update: readonly { readonly before: DraftPassage; readonly after: DraftPassage }[]
  readonly insert: readonly DraftPassage[]
  readonly remove: readonly DraftPassage[]
}

export type EditRefusal =
  | Refusal<'unknown-passage'>
  /** Merging with or splitting what is dropped: restore it first. */
  | Refusal<'passage-dropped'>
  /** Nothing to merge with at the beginning or end of the text. */
  | Refusal<'no-neighbour'>
  | (Refusal<'passage-too-long'> & { readonly length: number; readonly maxLength: number })
  /** A part would have no words. */
  | Refusal<'split-leaves-nothing'>
  | Refusal<'split-inside-character'>
  /** No order key is left after the passage; the draft has to be spread anew (position.ts). */
  | Refusal<'no-position-left'>
  | (Refusal<'level-out-of-bounds'> & { readonly min: number; readonly max: number })
  | (Refusal<'too-many-at-once'> & { readonly count: number; readonly max: number })
  /** Everything is so already, as after a form sent twice. */
  | Refusal<'nothing-to-change'>

/** Most passages that one edit drops or restores. */
export const maxPassagesPerEdit = 1_000

/** Decides an edit on a window of the draft. */
export function editPassages(window: readonly DraftPassage[], command: EditCommand): EditChange | EditRefusal {
  switch (command.edit) {
    case 'merge':
      return merge(window, command.id, command.with)
    case 'split':
      return split(window, command)
    case 'retype':
      return retype(window, command.id, command.kind, command.level)
    case 'drop':
    case 'restore':
      return dropOrRestore(window, command)
    default:
      return command satisfies never
  }
}

/** The edit that takes `change` back exactly, offered as long as none of its rows has changed again. */
export function undo({ update, insert, remove }: EditChange): EditChange {
  return {
    update: update.map(({ before, after }) => ({ before: after, after: before })),
    insert: remove,
    remove: insert,
  }
}

function merge(window: readonly DraftPassage[], id: string, side: 'next' | 'previous'): EditChange | EditRefusal {
  const index = window.findIndex((row) => row.id === id)
  const passage = window[index]
  if (passage === undefined) return { refused: 'unknown-passage' }
  if (passage.dropped) return { refused: 'passage-dropped' }
  const isKept = ({ dropped }: DraftPassage) => !dropped
  const neighbour = side === 'next' ? window.slice(index + 1).find(isKept) : window.slice(0, index).findLast(isKept)
  if (neighbour === undefined) return { refused: 'no-neighbour' }
  const [first, second] = side === 'next' ? [passage, neighbour] : [neighbour, passage]
  // The label of an item that is no longer one is among its words.
  const words = second.label === null ? second.text : `${second.label} ${second.text}`
  const text = first.text + seamBetween(first.text, words) + words
  if (text.length > maxPassageLength) {
    return { refused: 'passage-too-long', length: text.length, maxLength: maxPassageLength }
  }
  return { update: [{ before: first, after: { ...first, text, suspect: null } }], insert: [], remove: [second] }
}

function split(
  window: readonly DraftPassage[],
  { id, offset, newId }: Extract<EditCommand, { edit: 'split' }>,
): EditChange | EditRefusal {
  const index = window.findIndex((row) => row.id === id)
  const passage = window[index]
  if (passage === undefined) return { refused: 'unknown-passage' }
  if (passage.dropped) return { refused: 'passage-dropped' }
  const before = passage.text.slice(0, Math.max(offset, 0)).trimEnd()
  const after = passage.text.slice(Math.max(offset, 0)).trimStart()
  if (before === '' || after === '') return { refused: 'split-leaves-nothing' }
  if (!isGraphemeBoundary(passage.text, offset)) return { refused: 'split-inside-character' }
  const position = positionBetween(passage.position, window[index + 1]?.position ?? null)
  if (position === null) return { refused: 'no-position-left' }
  // What is cut off a heading is the paragraph that it ran into.
  const rest = passage.kind === 'heading' ? { ...passage, kind: 'paragraph' as const, level: 0 } : passage
  return {
    update: [{ before: passage, after: { ...passage, text: before, suspect: null } }],
    insert: [{ ...rest, id: newId, position, text: after, label: null, suspect: null }],
    remove: [],
  }
}

function retype(
  window: readonly DraftPassage[],
  id: string,
  kind: PassageKind,
  level: number,
): EditChange | EditRefusal {
  const passage = window.find((row) => row.id === id)
  if (passage === undefined) return { refused: 'unknown-passage' }
  const { min, max } = levelBounds[kind]
  if (!Number.isInteger(level) || level < min || level > max) return { refused: 'level-out-of-bounds', min, max }
  if (passage.kind === kind && passage.level === level) return { refused: 'nothing-to-change' }
  return { update: [{ before: passage, after: { ...passage, kind, level } }], insert: [], remove: [] }
}

/** Drops or restores passages; at most `maxPassagesPerEdit` at once. */
export function dropOrRestore(
  window: readonly DraftPassage[],
  { edit, ids }: DropOrRestore,
): EditChange | RefusalWith<EditRefusal, 'too-many-at-once' | 'unknown-passage' | 'nothing-to-change'> {
  const dropped = edit === 'drop'
  if (ids.length > maxPassagesPerEdit)
    return { refused: 'too-many-at-once', count: ids.length, max: maxPassagesPerEdit }
  const named = new Set(ids)
  const rows = window.filter(({ id }) => named.has(id))
  if (rows.length < named.size) return { refused: 'unknown-passage' }
  const update = rows
    .filter((row) => row.dropped !== dropped)
    .map((row) => ({ before: row, after: { ...row, dropped } }))
  return update.length === 0 ? { refused: 'nothing-to-change' } : { update, insert: [], remove: [] }
}
