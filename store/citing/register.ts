/**
 * All that cites passages, one entry for each noun: what happened to a passage is told from here, on its own page as in the margin of
 * the reader. A new noun that cites has its entry here, and the screens that list what they show do not compile until they say how.
 */
import { assignmentCiting } from './assignment.ts'
import { conclusionCiting } from './conclusion.ts'
import { itemCiting } from './item.ts'
import type { CitingKind, CitingLine, CitingNoun, ConcordancePart } from './noun.ts'

/** What of each noun cites passages that the viewer may see, and where it can be read. */
export const citingNouns = {
  item: itemCiting,
  conclusion: conclusionCiting,
  assignment: assignmentCiting,
} as const satisfies { [Of in CitingKind]: CitingNoun<Of> }

/** Where what cites can be read. */
export function citingHref(line: CitingLine): string {
  switch (line.of) {
    case 'item':
      return citingNouns.item.href(line)
    case 'conclusion':
      return citingNouns.conclusion.href(line)
    case 'assignment':
      return citingNouns.assignment.href(line)
    default:
      return line satisfies never
  }
}

/** Most lines of one part beside a passage. */
const most = 100

/** The lines of one part of a passage's concordance, each thing once, what has no date yet before the newest. */
export function citingLinesOf(lines: readonly CitingLine[], part: ConcordancePart): readonly CitingLine[] {
  const here = lines.filter(({ of }) => citingNouns[of].part === part)
  const once = [...Map.groupBy(here, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
  return once.toSorted((one, other) => instantOf(other) - instantOf(one)).slice(0, most)
}

function instantOf({ at }: CitingLine): number {
  return at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at)
}
