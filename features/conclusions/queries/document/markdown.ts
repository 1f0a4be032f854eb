import { type CitedPassageText, passageBlocks } from '#domain/record/markdown-passages.ts'
import { inline, plain, quote } from '#domain/record/markdown-text.ts'
import { formatList } from '#lib/words/format.ts'
import { documentWords } from '#store/record/document-words.ts'
import type { ToldCommitment, WholeConclusion } from '../found/whole.ts'
import { addressOf, dayOf, historyLine, referenceRange, type Telling, told } from './telling.ts'

/** With what the document begins. @param choices what the list was narrowed to, in words. */
export function markdownHead(group: string, choices: readonly string[], telling: Telling): string {
  const blocks = [`# ${inline(told(telling, 'found.document', { group }))}`, ...listOf(choices)]
  return `${blocks.join('\n\n')}\n\n`
}

/** One conclusion: its words as they stand, what they rest on, and how it came about. */
export function markdownOfConclusion(one: WholeConclusion, telling: Telling): string {
  const { kind, title, wording, commitments, sides, citations, contentHash } = one
  const words = documentWords(telling.zone, telling.language)
  const hash = contentHash === null ? [] : [plain(words.say('content-hash', { hash: contentHash }))]
  const blocks = [
    `## ${inline(words.say('conclusion', { kind, title }))}`,
    ...listOf(factsOf(one, telling)),
    ...(wording === null ? [] : [quote(wording)]),
    ...sides.flatMap(({ side, words: own }) =>
      own === null ? [] : [plain(words.say('side-words', { side })), quote(own)],
    ),
    ...labelled(
      words.say('commitments'),
      commitments.map((commitment) => commitmentLine(commitment, telling)),
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
export function markdownOfPassages(passages: readonly CitedPassageText[], telling: Telling): string {
  const blocks = passageBlocks(passages, documentWords(telling.zone, telling.language))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function factsOf(one: WholeConclusion, telling: Telling): readonly string[] {
  const { outcome, at, meeting, parties } = one
  const state = told(telling, `state.${outcome}`)
  return [
    told(telling, 'found.line.state', { state, at: dayOf(at, telling) }),
    ...(meeting === null ? [] : [told(telling, 'found.line.meeting', { meeting: meeting.title })]),
    ...(parties.length === 0 ? [] : [told(telling, 'found.line.parties', { parties: names(one, telling) })]),
    historyLine(one, telling),
    addressOf(one, telling),
  ]
}

/** The names of its parties, one after the other. */
export function names({ parties }: WholeConclusion, { language }: Telling): string {
  return formatList(
    parties.map(({ name }) => name),
    language,
  )
}

function commitmentLine({ what, party, person, dueOn }: ToldCommitment, telling: Telling): string {
  const words = documentWords(telling.zone, telling.language)
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
