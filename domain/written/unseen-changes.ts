/** What of a change nobody would see (case W2): it is named instead of shown. */
import type { WordRun } from '../wording.ts'
import { seen, unseenIn } from './characters.ts'

/** A run of a comparison; where invisible characters came or went in it, with their numbers: `U+200B`. */
export type ShownRun =
  | (WordRun & { readonly unseen?: readonly string[] })
  /** Nothing that can be seen changed; `text` is the newer one. No numbers: blanks alone. */
  | { readonly kind: 'unseen'; readonly text: string; readonly unseen: readonly string[] }

/** Joiners, marks of direction and variation selectors are how words are spelled: among visible changes they are not told. */
const spelling = ['U+200C', 'U+200D', 'U+200E', 'U+200F', 'U+061C', 'U+FE0E', 'U+FE0F', 'U+034F']

/** The comparison with every invisible change named. Text and order of the runs stay, but that a pair becomes one. */
export function withUnseenChanges(runs: readonly WordRun[]): readonly ShownRun[] {
  const shown: ShownRun[] = []
  for (const [at, run] of runs.entries()) {
    const [before, after] = [runs[at - 1], runs[at + 1]]
    if (run.kind === 'same') shown.push(run)
    else if (run.kind === 'added') shown.push(...pair(before?.kind === 'removed' ? before.text : '', run.text))
    else if (after?.kind !== 'added') shown.push(...pair(run.text, ''))
  }
  return shown
}

function pair(removed: string, added: string): readonly ShownRun[] {
  const [gone, come] = [more(removed, added), more(added, removed)]
  if (seen(removed) === seen(added)) return [{ kind: 'unseen', text: added, unseen: [...gone, ...come] }]
  return [...changed('removed', removed, gone), ...changed('added', added, come)]
}

function changed(kind: 'removed' | 'added', text: string, characters: readonly string[]): readonly ShownRun[] {
  if (text === '') return []
  const unseen = characters.filter((character) => !spelling.includes(character))
  return [unseen.length === 0 ? { kind, text } : { kind, text, unseen }]
}

/** The invisible characters of which `text` has more than `other`. */
function more(text: string, other: string): readonly string[] {
  const [here, there] = [countsIn(text), countsIn(other)]
  return [...here].flatMap(([character, count]) => (count > (there.get(character) ?? 0) ? [character] : []))
}

function countsIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const character of text) for (const one of unseenIn(character)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** Lines that went or came. One that looks like another line on the other side has its invisible characters named behind it. */
export function compareLines(
  older: readonly string[],
  newer: readonly string[],
): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  const named = (line: string, others: readonly string[]) => {
    const looksLike = others.some((other) => seen(other) === seen(line))
    const characters = looksLike ? unseenIn(line) : []
    return characters.length === 0 ? line : `${line} [${characters.join(', ')}]`
  }
  return {
    removed: older.filter((line) => !newer.includes(line)).map((line) => named(line, newer)),
    added: newer.filter((line) => !older.includes(line)).map((line) => named(line, older)),
  }
}
