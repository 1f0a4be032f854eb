import type { Actor } from '../actors.ts'

/** A word that stands in one private place and nowhere else, and the actors who may read it. */
export interface Canary {
  readonly word: string
  readonly for: readonly Actor[]
}

/** Makes a word of its own for a place, to be read by these alone. */
export type Hide = (place: string, readers: readonly Actor[]) => string

/** Words that no other world has: one that leaks from elsewhere shows as well. */
export function hiding(world: number): { readonly hide: Hide; readonly canaries: readonly Canary[] } {
  const canaries: Canary[] = []
  const hide: Hide = (place, readers) => {
    const word = `canary-${world}-${place}-end`
    canaries.push({ word, for: readers })
    return word
  }
  return { hide, canaries }
}
