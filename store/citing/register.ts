/**
 * All that cites passages, one entry for each noun: what happened to a passage is told from here, on its own page as in the margin of
 * the reader. A new noun that cites has its entry here, and the screens that list what they show do not compile until they say how.
 */
import { assignmentCiting } from './assignment.ts'
import { conclusionCiting } from './conclusion.ts'
import { itemCiting } from './item.ts'
import type { CitedPlace, CitingNoun } from './noun.ts'

/** What of each noun cites passages that the viewer may see, and where it can be read. */
export const citingNouns = {
  item: itemCiting,
  conclusion: conclusionCiting,
  assignment: assignmentCiting,
} as const

type Nouns = typeof citingNouns
export type CitingKind = keyof Nouns

/** The line of one noun. */
export type CitingLineOf<Of extends CitingKind> = CitedPlace & CitingToldOf<Of>

/** Something that points at passages, as far as the viewer may know of it. */
export type CitingLine = CitingLineOf<CitingKind>

/** What a noun tells in its lines that is its own: its `of` is the name under which it stands here. */
export type CitingToldOf<Of extends CitingKind> = Extract<ReturnType<Nouns[CitingKind]['read']>, { of: Of }>

/** What a noun's rows hold that no other noun has. */
export type CitingOwnOf<Of extends CitingKind> = Parameters<Nouns[Of]['read']>[0]['own']

/** What is said of one noun. */
export function citingNoun<Of extends CitingKind>(of: Of): CitingNoun<CitingToldOf<Of>, CitingOwnOf<Of>> {
  const nouns: { readonly [One in CitingKind]: CitingNoun<CitingToldOf<One>, CitingOwnOf<One>> } = citingNouns
  return nouns[of]
}

/** Where what cites can be read. */
export function citingHref(line: CitingLine): string {
  return hrefBy(line.of, line)
}

function hrefBy<Of extends CitingKind>(of: Of, line: CitingLineOf<Of>): string {
  return citingNoun(of).href(line)
}

/** The parts of a passage's concordance, in the order of its page: what is prepared, what is on agendas, what came of it. */
export const concordanceParts = ['assigned', 'discussed', 'concluded'] as const

export type ConcordancePart = (typeof concordanceParts)[number]

/** In which part each noun stands. */
const partOfNoun = {
  item: 'discussed',
  conclusion: 'concluded',
  assignment: 'assigned',
} as const satisfies Record<CitingKind, ConcordancePart>

/** Most lines of one part beside a passage. */
const most = 100

/** The lines of one part of a passage's concordance, each thing once, what has no date yet before the newest. */
export function citingLinesOf(lines: readonly CitingLine[], part: ConcordancePart): readonly CitingLine[] {
  const here = lines.filter(({ of }) => partOfNoun[of] === part)
  const once = [...Map.groupBy(here, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
  return once.toSorted((one, other) => instantOf(other) - instantOf(one)).slice(0, most)
}

function instantOf({ at }: CitingLine): number {
  return at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at)
}
