import type { Link } from '#domain/record/chain.ts'

/** The link without what it said: its place, time and hashes stay. */
export function erase(link: Link): Link {
  return { ...link, payload: null, salt: null }
}
