/** The page of a group's conclusions by its address: what is chosen stands in it, so that it can be sent on and gone back to. */
import type { z } from 'zod'
import { looseLine } from '#lib/api/fields.ts'
import { conclusionFilter } from '../schema.ts'
import { type NarrowedBy, narrowedBy } from './found.ts'

/** As the filter, with passages as people write them: `2.3 ¶5`, or `2.1 – 2.4`. */
export const foundAddress = conclusionFilter
  .omit({ from: true, to: true })
  .extend({ passage: looseLine(200).optional() })

export type FoundAddress = z.output<typeof foundAddress>

/** What an address asks for; what is empty, as a form sends it, was not chosen. Null: it asks for what there is not. */
export function readFoundAddress(sent: Readonly<Record<string, string | string[] | undefined>>): FoundAddress | null {
  const chosen = Object.entries(sent).filter(([, value]) => value !== '' && value !== undefined)
  const read = foundAddress.safeParse(Object.fromEntries(chosen))
  return read.success ? read.data : null
}

/** The address of the list of a group with some of these choices; without `after` its first page. */
export function hrefOfFound(groupId: string, chosen: Partial<FoundAddress>): string {
  const query = new URLSearchParams()
  for (const by of [...narrowedBy, 'order', 'after'] as const) {
    const value = chosen[by]
    if (value !== undefined && value !== '' && value !== 'adopted') query.set(by, value)
  }
  return `/groups/${groupId}/conclusions${query.size === 0 ? '' : `?${query}`}`
}

/** The same without one choice; a passage means nothing without its text. */
export function without(chosen: FoundAddress, by: NarrowedBy): Partial<FoundAddress> {
  const { [by]: _, after: __, ...rest } = chosen
  if (by !== 'text') return rest
  const { passage: ___, ...others } = rest as Partial<FoundAddress>
  return others
}

/** By what an address narrows the list. */
export function chosenIn(chosen: FoundAddress): readonly NarrowedBy[] {
  return narrowedBy.filter((by) => chosen[by] !== undefined)
}

/** A passage as an address names it: the heading of a section with its sign, because a bare number counts from the beginning. */
export function typedReference(reference: string): string {
  return /^\d+$/.test(reference) ? `§ ${reference}` : reference
}
