/** References: the citable names of passages (PRODUCT.md, "Reference"), written and read in one place. */
import type { Refusal } from '../refusal.ts'
import { withPlainDigits } from './digits.ts'
import { excerptOf } from './grapheme.ts'

/** The name of a passage from its section ("2.3", empty outside of sections) and its paragraph number (0: the heading). */
export function referenceOf(section: string, paragraph: number): string {
  if (section === '') return `¶${paragraph}`
  return paragraph === 0 ? section : `${section} ¶${paragraph}`
}

/** The reference of the title of a text: it is no section, and its number says nothing to who reads it. */
export const titleReference = referenceOf('', 0)

/** How much of a title stands where a reference would, in UTF-16 units. */
const longestTitle = 60

/** What a passage is called where people read: by its reference; the title of a text by its words, of which the first are given. */
export function shownReference(reference: string, words: string): string {
  return reference === titleReference ? excerptOf(words, longestTitle) : reference
}

/** What a citation is called where people read: `2.3 ¶5`, or `2.3 ¶5 – 2.4 ¶1`; the title of a text by its words. */
export function shownRange(cited: {
  readonly firstReference: string
  readonly lastReference: string
  readonly textTitle: string
}): string {
  const { firstReference, lastReference, textTitle } = cited
  const first = shownReference(firstReference, textTitle)
  return firstReference === lastReference ? first : `${first} – ${lastReference}`
}

/** How a passage is looked up in an edition. That it can be read does not mean that it exists. */
export type ReferenceKey =
  | { readonly by: 'ordinal'; readonly ordinal: number }
  /** As `referenceOf` writes it; `otherwise`: what is meant where there is no such passage. */
  | { readonly by: 'reference'; readonly reference: string; readonly otherwise?: string }
  /** A paragraph whose section goes without saying, as the reader prints it: outside of sections, else the first of this number. */
  | { readonly by: 'paragraph'; readonly paragraph: number }

/** Longer than any reference, in UTF-16 units: the input of a person is bounded before it is read. */
const maxInputLength = 500

const ordinal = /^p\/([1-9]\d{0,6})$/
const bare = /^[1-9]\d{0,6}$/
/** A section, a paragraph (a sign and a number), or both. */
const place =
  /^(?:§ ?)?([1-9]\d{0,6}(?:\.[1-9]\d{0,6}){0,5})?\.?,? ?(?:(?:¶|pars?\.?|paras?\.?|paragraph|p\.?) ?(\d{1,7}))?$/
/** A section and a number after a space, because few keyboards have the sign. */
const spaced = /^(?:§ ?)?([1-9]\d{0,6}(?:\.[1-9]\d{0,6}){0,5})[,:]? (\d{1,7})$/
/** The last number of a section path may be meant as a paragraph. */
const dotted = /^(.+)\.(\d+)$/

/**
 * Reads a reference as a person types it: "2.3 ¶5", "2.3¶5", "2.3 p5", "2.3, par. 5", "2.3 5", "2.3.5" where there is no such
 * section, "¶5", "§ 2.3", "p/12", or a link that ends in "/p/12". A bare number counts the passages from the beginning.
 * Refuses what names no place.
 */
export function parseReference(typed: string): ReferenceKey | Refusal<'not-a-reference'> {
  if (typed.length > maxInputLength) return { refused: 'not-a-reference' }
  const input = withPlainDigits(typed.normalize('NFKC')).trim().toLowerCase().replace(/\s+/g, ' ')
  const link = ordinal.exec(input.slice(Math.max(input.lastIndexOf('p/'), 0)))
  if (link !== null) return { by: 'ordinal', ordinal: Number(link[1]) }
  if (bare.test(input)) return { by: 'ordinal', ordinal: Number(input) }
  const [whole, section = '', paragraph] = place.exec(input) ?? spaced.exec(input) ?? []
  if (whole === undefined) return { refused: 'not-a-reference' }
  if (section !== '') return inSection(section, paragraph)
  return paragraph === undefined ? { refused: 'not-a-reference' } : { by: 'paragraph', paragraph: Number(paragraph) }
}

function inSection(section: string, paragraph: string | undefined): ReferenceKey {
  if (paragraph !== undefined) return { by: 'reference', reference: referenceOf(section, Number(paragraph)) }
  const [whole, outer = '', last] = dotted.exec(section) ?? []
  if (whole === undefined) return { by: 'reference', reference: section }
  return { by: 'reference', reference: section, otherwise: referenceOf(outer, Number(last)) }
}
