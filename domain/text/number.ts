/** The numbering of a published edition: what makes each passage citable. The same passages always get the same numbers. */
import type { Refusal } from '../refusal.ts'
import { clampLevel, type PassageKind } from './passage.ts'
import { referenceOf } from './reference.ts'

/** Where a passage stands in its edition. */
export interface PassageNumber {
  /** 1 to n in reading order; the number in `…/p/12`. */
  readonly ordinal: number
  /** Path of the section it stands in, or that it heads: "2.3", at most six numbers deep; empty outside of sections. */
  readonly section: string
  /** 1 upwards within the section; 0 for the heading of the section and for the title of the text. */
  readonly paragraph: number
  /** The citable name: "2.3 ¶5", "¶5" outside of sections, "2.3" for a heading, "¶0" for the title. Unique in the edition. */
  readonly reference: string
}

/** A section that is open while its passages are numbered. */
interface Section {
  readonly level: number
  readonly path: string
  /** How many sections directly within it have begun. */
  subsections: number
}

/**
 * Numbers the passages of an edition, given in reading order without the dropped ones. The title (the first heading of
 * level 0, before any section) is no section; list items and quotes count as paragraphs. Sections are numbered by how
 * headings nest and not by their levels as such, so that a skipped level leaves no gap. Refuses an edition without
 * passages. Linear.
 */
export function numberPassages<P extends { readonly kind: PassageKind; readonly level: number }>(
  passages: readonly P[],
): readonly (P & PassageNumber)[] | Refusal<'no-passages'> {
  if (passages.length === 0) return { refused: 'no-passages' }
  const open: Section[] = []
  const whole: Section = { level: 0, path: '', subsections: 0 }
  let paragraph = 0
  let titled = false
  return passages.map((passage, index) => {
    let within = paragraph + 1
    if (isTitle(passage) && !titled && whole.subsections === 0) {
      titled = true
      within = 0
    } else {
      if (passage.kind === 'heading') {
        enterSection(whole, open, Math.max(clampLevel('heading', passage.level), 1))
        within = 0
      }
      paragraph = within
    }
    const section = open.at(-1)?.path ?? ''
    return { ...passage, ordinal: index + 1, section, paragraph: within, reference: referenceOf(section, within) }
  })
}

function isTitle({ kind, level }: { readonly kind: PassageKind; readonly level: number }): boolean {
  return kind === 'heading' && level === 0
}

/** Closes the sections that a heading of `level` ends and opens its own in the one that is left. */
function enterSection(whole: Section, open: Section[], level: number): void {
  while ((open.at(-1)?.level ?? 0) >= level) open.pop()
  const parent = open.at(-1) ?? whole
  parent.subsections += 1
  const path = parent.path === '' ? `${parent.subsections}` : `${parent.path}.${parent.subsections}`
  open.push({ level, path, subsections: 0 })
}
