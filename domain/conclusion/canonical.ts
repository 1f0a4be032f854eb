import { canonicalJson } from '../canonical-json.ts'
import type { DraftedKind } from './conclusion.ts'
import type { Content } from './content.ts'
import { type Decider, deciderKey } from './decider.ts'

/** The first thing in every canonical text: a later format gets another tag, and old hashes stay verifiable. */
export const CONTENT_FORMAT = 'concordance/conclusion/1'

/** What is agreed, and by whom it is decided: all that a content hash covers. */
export interface Agreed {
  readonly kind: DraftedKind
  readonly title: string
  readonly supersedesId: string | null
  readonly content: Content
  readonly deciders: readonly Decider[]
}

/**
 * The text over which a conclusion's content hash is taken: JSON in the canonical form of RFC 8785 (no white space,
 * members sorted by name, strings escaped as ECMAScript does), so that anybody can compute it again in any language:
 *
 * `{ chainHead, citations, commitments, deciders, format, kind, supersedes, title, wording }`
 *
 * with the members of each part as `writtenOf` names them. Citations and commitments keep their order; deciders,
 * a set, are sorted as `party:<id>` or `person:<id>`. The hash is SHA-256 over its UTF-8 bytes.
 */
export function canonicalText({ kind, title, supersedesId, content, deciders }: Agreed): string {
  return canonicalJson({
    format: CONTENT_FORMAT,
    kind,
    title,
    supersedes: supersedesId,
    deciders: deciders.map(deciderKey).sort(),
    ...writtenOf(content),
  })
}

/** A content as the canonical text has it: these members, by these names, and nothing else that a version carries. */
function writtenOf({ wording, citations, commitments, chainHead }: Content) {
  return {
    wording,
    citations: citations.map(({ editionId, first, last, quote }) => ({
      editionId,
      firstOrdinal: first,
      lastOrdinal: last,
      quote:
        quote === undefined
          ? null
          : {
              exact: quote.exact,
              prefix: quote.prefix,
              suffix: quote.suffix,
              start: quote.start,
              end: quote.end,
            },
    })),
    commitments: commitments.map(({ what, partyId, personId, dueOn }) => ({ what, partyId, personId, dueOn })),
    chainHead: chainHead && { sequence: chainHead.sequence, hash: chainHead.hash },
  }
}

/** Word for word the same, with the same citations and commitments. */
export function sameContent(one: Content, other: Content): boolean {
  return canonicalJson(writtenOf(one)) === canonicalJson(writtenOf(other))
}
