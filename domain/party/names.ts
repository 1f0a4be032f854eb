/** What parties of one group may be called: each so that people can tell it from every other. */
import type { Refusal } from '../refusal.ts'
import { beginningOf } from '../text/grapheme.ts'
import { areAlike } from '../written/alike.ts'

/** What a party is called. */
export interface PartyNames {
  readonly name: string
  /** For tables and margins. */
  readonly shortName: string
}

export type PartyNameRefusal =
  | (Refusal<'party-name-taken'> & { readonly field: keyof PartyNames })
  /** It can hardly be told from `like`, which another party bears. */
  | (Refusal<'party-name-too-alike'> & { readonly field: keyof PartyNames; readonly like: string })

const fields = ['name', 'shortName'] as const

/**
 * Why a party cannot bear these names beside the others of its group; null: it can. A party that left keeps its names: they stand
 * in records. Where a short name stands, a name may stand too, so each is compared with both.
 */
export function refuseNames(names: PartyNames, others: readonly PartyNames[]): PartyNameRefusal | null {
  for (const field of fields)
    if (others.some((other) => other[field] === names[field])) return { refused: 'party-name-taken', field }
  const borne = others.flatMap(({ name, shortName }) => [name, shortName])
  for (const field of fields) {
    const like = borne.find((other) => areAlike(names[field], other))
    if (like !== undefined) return { refused: 'party-name-too-alike', field, like }
  }
  return null
}

/** Longest short name, in UTF-16 units. */
export const shortNameLength = 24

/** A short name for a party that was given none: its name, or as many of its first words as fit. */
export function shortNameFrom(name: string): string {
  if (name.length <= shortNameLength) return name
  const words = name.split(' ')
  const fitting = words.filter((_, index) => words.slice(0, index + 1).join(' ').length <= shortNameLength)
  return fitting.length === 0 ? beginningOf(name, shortNameLength) : fitting.join(' ')
}
