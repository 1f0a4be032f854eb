import { CONTENT_FORMAT } from '../../conclusion/canonical.ts'
import { deciderKey } from '../../conclusion/decider.ts'
import { canonicalOf } from '../read-entry.ts'
import { exactly, isNumber, isText, listShape, oneOfWords, orNull, parsed } from '../shape.ts'
import type { ReplayedConclusion } from './told.ts'

/** A canonical text, read back: its members as `domain/conclusion/canonical.ts` names them. */
export interface AgreedContent {
  readonly format: string
  readonly kind: string
  readonly title: string
  readonly supersedes: string | null
  readonly deciders: readonly string[]
  readonly wording: string
  readonly citations: readonly { readonly quote: { readonly exact: string } | null }[]
  readonly commitments: readonly unknown[]
  readonly chainHead: { readonly sequence: number; readonly hash: string } | null
}

const citation = exactly<Record<'editionId' | 'firstOrdinal' | 'lastOrdinal' | 'quote', unknown>>({
  editionId: isText,
  firstOrdinal: isNumber,
  lastOrdinal: isNumber,
  quote: orNull(
    exactly<Record<'exact' | 'prefix' | 'suffix' | 'start' | 'end', unknown>>({
      exact: isText,
      prefix: isText,
      suffix: isText,
      start: isNumber,
      end: isNumber,
    }),
  ),
})
const commitment = exactly<Record<'what' | 'partyId' | 'personId' | 'dueOn', unknown>>({
  what: isText,
  partyId: orNull(isText),
  personId: orNull(isText),
  dueOn: orNull(isText),
})
const content = exactly<AgreedContent>({
  format: oneOfWords(CONTENT_FORMAT),
  kind: isText,
  title: isText,
  supersedes: orNull(isText),
  deciders: listShape(isText),
  wording: isText,
  citations: listShape(citation),
  commitments: listShape(commitment),
  chainHead: orNull(exactly<{ sequence: number; hash: string }>({ sequence: isNumber, hash: isText })),
})

/** What a canonical text says; null: it is none. */
export function readAgreed(text: string): AgreedContent | null {
  const value = parsed(text)
  return content(value) && canonicalOf(value) === text ? (value as AgreedContent) : null
}

/** Whether these are the words, commitments, quotes and deciders that the record tells of the version that was put. */
export function isTold(agreed: AgreedContent, { conclusion, text, upTo }: ReplayedConclusion): boolean {
  if (conclusion.state === 'recorded' || text === null) return false
  const { kind, title, current } = conclusion
  const deciders = current.putting?.deciders.map(deciderKey).sort() ?? []
  const { wording, commitments } = current
  const said = { kind, title, wording, commitments, deciders, chainHead: upTo }
  const says = {
    kind: agreed.kind,
    title: agreed.title,
    wording: agreed.wording,
    commitments: agreed.commitments,
    deciders: agreed.deciders,
    chainHead: agreed.chainHead,
  }
  const quotes = agreed.citations.map(({ quote }) => quote?.exact ?? null)
  return (
    canonicalOf(said) === canonicalOf(says) &&
    runsThrough(
      text.passages.map(({ quote }) => quote),
      quotes,
    )
  )
}

/** Passages of a text that is limited to some parties are not named in a record: those that are come in their order. */
function runsThrough<T>(some: readonly T[], all: readonly T[]): boolean {
  let place = 0
  for (const one of all) if (place < some.length && some[place] === one) place++
  return place === some.length
}
