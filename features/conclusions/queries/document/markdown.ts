import { type CitedPassageText, passageBlocks } from '#domain/record/markdown-passages.ts'
import { inline, plain, quote } from '#domain/record/markdown-text.ts'
import { formatList } from '#lib/words/format.ts'
import { documentWords } from '#store/record/document-words.ts'
import type { ToldCommitment, WholeConclusion } from '../found/whole.ts'
import { addressOf, dayOf, type FileManner, historyLine, referenceRange, told } from './telling.ts'

/** With what the document begins. @param choices what the list was narrowed to, in words. */
export function markdownHead(group: string, choices: readonly string[], manner: FileManner): string {
  const blocks = [`# ${inline(told(manner, 'found.document', { group }))}`, ...listOf(choices)]
  return `${blocks.join('\n\n')}\n\n`
}

/** One conclusion: its words as they stand, what they rest on, and how it came about. */
export function markdownOfConclusion(one: WholeConclusion, manner: FileManner): string {
  const { kind, title, wording, commitments, sides, citations, contentHash } = one
  const words = documentWords(manner.zone, manner.language)
  const hash = contentHash === null ? [] : [plain(words.say('content-hash', { hash: contentHash }))]
  const blocks = [
    `## ${inline(words.say('conclusion', { kind, title }))}`,
    ...listOf(factsOf(one, manner)),
    // It is this instance's own, and nobody's words.
    `<${addressOf(one, manner)}>`,
    ...(wording === null ? [] : [quote(wording)]),
    ...sides.flatMap(({ side, words: own }) =>
      own === null ? [] : [plain(words.say('side-words', { side })), quote(own)],
    ),
    ...labelled(
      words.say('commitments'),
      commitments.map((commitment) => commitmentLine(commitment, manner)),
    ),
    ...listOf(
      citations.map((citation) => {
        const reference = words.say('reference-in-text', {
          text: citation.textTitle,
          reference: referenceRange(citation),
        })
        return citation.quote === undefined
          ? words.say('passage', { reference })
          : words.say('quoted-passage', { reference, words: citation.quote.exact })
      }),
    ),
    ...hash,
  ]
  return `${blocks.join('\n\n')}\n\n`
}

/** The passages that were cited, whole, behind all conclusions. */
export function markdownOfPassages(passages: readonly CitedPassageText[], manner: FileManner): string {
  const blocks = passageBlocks(passages, documentWords(manner.zone, manner.language))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function factsOf(one: WholeConclusion, manner: FileManner): readonly string[] {
  const { outcome, at, meeting, parties } = one
  const state = told(manner, `state.${outcome}`)
  return [
    told(manner, 'found.line.state', { state, at: dayOf(at, manner) }),
    ...(meeting === null ? [] : [told(manner, 'found.line.meeting', { meeting: meeting.title })]),
    ...(parties.length === 0 ? [] : [told(manner, 'found.line.parties', { parties: partyNames(one, manner) })]),
    historyLine(one, manner),
  ]
}

/** The names of its parties, one after the other. */
export function partyNames({ parties }: WholeConclusion, { language }: FileManner): string {
  return formatList(
    parties.map(({ name }) => name),
    language,
  )
}

function commitmentLine({ what, party, person, dueOn }: ToldCommitment, manner: FileManner): string {
  const words = documentWords(manner.zone, manner.language)
  const who = [party, person].filter((name) => name !== null).join(', ')
  return who === '' || dueOn === null
    ? words.say('commitment-unfinished', { what })
    : words.say('commitment', { what, who, dueOn })
}

function labelled(label: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`**${inline(label)}**`, ...listOf(items)]
}

function listOf(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${plain(item)}`).join('\n')]
}
