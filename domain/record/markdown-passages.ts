/** The passages that a document cites, whole, each once: it can be read without the texts (CommonMark). */
import { inline, quote } from './markdown-text.ts'
import type { Words } from './minutes-words.ts'

/** A cited passage with its words, and where they stand. */
export interface CitedPassageText {
  /** The title of its text. */
  readonly textTitle: string
  /** Which edition of it: 1 upwards. */
  readonly edition: number
  readonly reference: string
  /** The label of an ordered list item as it stood in the source; null: it has none. */
  readonly label: string | null
  readonly text: string
}

/** The appendix of a document; no blocks where nothing is cited. @param passages text by text, in the order of reading. */
export function passageBlocks(passages: readonly CitedPassageText[], words: Words): readonly string[] {
  return passages.length === 0
    ? []
    : [
        `## ${inline(words.say('passages-cited'))}`,
        ...passages.flatMap((passage, place) => [
          ...(isOfSameEdition(passage, passages[place - 1]) ? [] : [editionTitle(passage, words)]),
          ...passageWords(passage),
        ]),
      ]
}

/** Under which title the passages of one edition stand. */
export function editionTitle({ textTitle: text, edition }: CitedPassageText, { say }: Words): string {
  return `### ${inline(say('edition-of-text', { text, edition }))}`
}

/** A passage under its reference. */
export function passageWords({ reference, label, text }: CitedPassageText): readonly string[] {
  return [`**${inline(reference)}**`, quote(label === null ? text : `${label} ${text}`)]
}

function isOfSameEdition(one: CitedPassageText, other: CitedPassageText | undefined): boolean {
  return one.textTitle === other?.textTitle && one.edition === other.edition
}
