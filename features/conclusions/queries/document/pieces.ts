import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type CitedRange, readCitedPassages } from '#store/citation/passages.ts'
import type { ConclusionsChosen } from '../../schema.ts'
import { findWhole, type WholeConclusion } from '../found/whole.ts'
import { csvHead, csvOfConclusion } from './csv.ts'
import { markdownHead, markdownOfConclusion, markdownOfPassages } from './markdown.ts'
import { addressOf, type FileManner } from './telling.ts'

/** Reads something of the group, in a transaction of its own that proves the viewer anew. */
export type ReadGroup = <T>(work: (tx: Tx, scope: GroupScope) => Promise<T>) => Promise<T>

/** The list as a file: whose, narrowed to what, and the conclusions in their order. */
export interface ListToTell {
  readonly group: { readonly id: string; readonly name: string }
  readonly chosen: ConclusionsChosen
  /** What the list was narrowed to, in words. */
  readonly choices: readonly string[]
  readonly ids: readonly string[]
  readonly now: Date
}

type Pieces = AsyncGenerator<string, void>

/** How many conclusions, and how many ranges of passages, one transaction reads. */
const atOnce = 20

/** As Markdown: every conclusion, and behind them the passages, each once. */
export async function* markdownPieces(list: ListToTell, read: ReadGroup, manner: FileManner): Pieces {
  yield markdownHead(list.group.name, list.choices, manner)
  const ranges: CitedRange[] = []
  for await (const one of wholeConclusions(list, read)) {
    ranges.push(...one.citations)
    yield markdownOfConclusion(one, manner)
  }
  yield markdownOfPassages(await read((tx) => readCitedPassages(tx, ranges)), manner)
}

/** As a table. */
export async function* csvPieces(list: ListToTell, read: ReadGroup, manner: FileManner): Pieces {
  yield csvHead(manner)
  for await (const one of wholeConclusions(list, read)) yield csvOfConclusion(one, manner)
}

/** With the name of its format, for programs. */
export const conclusionsFormat = 'concordance-conclusions'

/** As JSON: words and passages exactly as they stand. */
export async function* jsonPieces(list: ListToTell, read: ReadGroup, manner: FileManner): Pieces {
  const { group, chosen, now } = list
  const head = { format: conclusionsFormat, exportedAt: now.toISOString(), group, chosen }
  yield `${JSON.stringify(head).slice(0, -1)},\n"conclusions":[`
  let separator = ''
  for await (const one of wholeConclusions(list, read)) {
    yield separator + JSON.stringify({ ...one, address: addressOf(one, manner) })
    separator = ',\n'
  }
  yield ']}\n'
}

async function* wholeConclusions({ ids, now }: ListToTell, read: ReadGroup): AsyncGenerator<WholeConclusion, void> {
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    yield* await read((tx, scope) => findWhole(tx, scope, some, now))
  }
}
