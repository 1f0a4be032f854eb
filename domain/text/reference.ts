/** References: the citable names of passages (PRODUCT.md, "Reference"), written and read in one place. */
import type { Refusal } from '../refusal.ts'

/** The name of a passage from its section ("2.3", empty outside of sections) and its paragraph number (0: the heading). */
export function referenceOf(section: string, paragraph: number): string {
  if (section === '') return `¶${paragraph}`
  return paragraph === 0 ? section : `${section} ¶${paragraph}`
}

/** How a passage is looked up in an edition. That it can be read does not mean that it exists. */
export type ReferenceKey =
  | { readonly by: 'ordinal'; readonly ordinal: number }
  /** As `referenceOf` writes it. */
  | { readonly by: 'reference'; readonly reference: string }

/** Longer than any reference, in UTF-16 units: the input of a person is bounded before it is read. */
const maxInputLength = 500

const ordinal = /^p\/([1-9]\d{0,6})$/
/** A section, a paragraph (a sign and a number), or both; a bare number is a section. */
const place =
  /^(?:§ ?)?([1-9]\d{0,6}(?:\.[1-9]\d{0,6}){0,5})?\.?,? ?(?:(?:¶|pars?\.?|paras?\.?|paragraph|p\.?) ?(\d{1,7}))?$/

/**
 * Reads a reference as a person types it: "2.3 ¶5", "2.3¶5", "2.3 p5", "2.3, par. 5", "¶5", "§ 2.3", "p/12", or a link
 * that ends in "/p/12". Refuses what names no place.
 */
export function parseReference(typed: string): ReferenceKey | Refusal<'not-a-reference'> {
  if (typed.length > maxInputLength) return { refused: 'not-a-reference' }
  const input = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const link = ordinal.exec(input.slice(Math.max(input.lastIndexOf('p/'), 0)))
  if (link !== null) return { by: 'ordinal', ordinal: Number(link[1]) }
  const [whole, section = '', paragraph] = place.exec(input) ?? []
  if (whole === undefined || (section === '' && paragraph === undefined)) return { refused: 'not-a-reference' }
  return { by: 'reference', reference: referenceOf(section, Number(paragraph ?? 0)) }
}
