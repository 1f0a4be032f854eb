/** When two names are too alike to be told apart (after Unicode UTS #39, 4 "Confusable Detection"). */
import { seen } from './characters.ts'
import { asItLooks } from './confusables.ts'

/**
 * Whether readers take two names for one: the same up to case, compatibility forms, composition, invisible characters and runs
 * of blanks, or alike letter by letter across scripts. `Côte` and `Cote`, `rn` and `m` are told apart; look-alikes within one
 * script and of other scripts than Latin, Cyrillic, Greek and Armenian are not found.
 */
export function areAlike(one: string, other: string): boolean {
  const others = skeletonsOf(other)
  return skeletonsOf(one).some((skeleton, kind) => skeleton === others[kind])
}

/** As it reads; as it looks; and as it looks in small letters, in which other letters are alike than in capitals. */
function skeletonsOf(name: string): readonly string[] {
  const plain = bare(name.normalize('NFKD'))
  return [folded(plain), folded(asItLooks(plain)), asItLooks(folded(plain))]
}

function bare(name: string): string {
  return seen(name).replace(/\s+/g, ' ').trim()
}

/** Case folding by way of the capitals: `ß` and `SS`, both forms of sigma. */
function folded(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFKD')
}
