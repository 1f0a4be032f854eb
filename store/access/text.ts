import { seesText } from '#domain/access.ts'
import { type Direction, directions } from '#domain/text/direction.ts'
import { type EditionState, editionStates, managesTexts } from '#domain/text/edition.ts'
import { memoize } from '#lib/db/memoize.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { type GroupScope, proveGroupOf } from './group.ts'
import { holdKnown } from './hold.ts'

declare const proven: unique symbol

/** The id of a text that the viewer is proven to know of: minted here alone. */
export type ProvenTextId = string & { readonly [proven]: 'text' }

/** One edition of a text, without its passages. */
export interface EditionFacts {
  readonly id: string
  readonly number: number
  readonly state: EditionState
  readonly revision: number
  readonly direction: Direction
  readonly encoding: string
  readonly sourceName: string
  readonly passageCount: number
}

/** The viewer before one text. */
export interface TextScope extends GroupScope {
  readonly textId: ProvenTextId
  readonly title: string
  /** The parties it is limited to; none: the whole group reads it. */
  readonly limitedTo: readonly string[]
  /** The newest published edition: what is read and cited. */
  readonly published: EditionFacts | null
  /** The newest draft, for those who manage texts; null for everybody else. */
  readonly draft: EditionFacts | null
}

interface Row {
  groupId: string
  title: string
  limitedTo: string[]
  editions: EditionFacts[]
}

/** What is still being stored is nobody's yet. */
const states = editionStates.filter((state) => state !== 'importing')

/**
 * Two statements; null when the viewer may not know of the text, whether or not it exists. What is still a draft, or being
 * read in, exists for organizers alone. With `lock` the text's row is held until the transaction ends, by a statement of its
 * own that comes first: whoever changes a text or its editions takes turns there.
 */
export async function proveText(
  tx: Tx,
  viewer: Viewer,
  textId: string,
  { lock = false } = {},
): Promise<TextScope | null> {
  if (!isUuid(textId)) return null
  if (lock && !(await holdKnown(tx, 'text', textId))) return null
  return memoize(tx, `text ${textId} of ${viewer.personId}`, () => readScope(tx, viewer, textId))
}

async function readScope(tx: Tx, viewer: Viewer, textId: string): Promise<TextScope | null> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT t."groupId", t.title,
    COALESCE((SELECT json_agg(x."partyId") FROM "TextParty" x WHERE x."textId" = t.id), '[]') AS "limitedTo",
    COALESCE((SELECT json_agg(json_build_object('id', e.id, 'number', e.number, 'state', e.state, 'revision', e.revision,
      'direction', e.direction, 'encoding', e.encoding, 'sourceName', e."sourceName", 'passageCount', e."passageCount")
      ORDER BY e.number DESC) FROM "Edition" e WHERE e."textId" = t.id AND e.state <> 'importing'), '[]') AS editions
    FROM "Text" t WHERE t.id = ${textId}::uuid`
  const scope = await proveGroupOf(tx, viewer, row)
  if (!row || !scope) return null
  return scopeIn(row, textId, scope)
}

function scopeIn({ title, limitedTo, editions: rows }: Row, textId: string, scope: GroupScope): TextScope | null {
  if (!seesText(scope.standing, limitedTo)) return null
  const editions = rows.map((row) => ({
    ...row,
    state: oneOf(states, row.state),
    direction: oneOf(directions, row.direction),
  }))
  const newest = (state: EditionState) => editions.find((edition) => edition.state === state) ?? null
  const published = newest('published')
  const draft = managesTexts(scope.standing) ? newest('draft') : null
  if (published === null && draft === null) return null
  return { ...scope, textId: textId as ProvenTextId, title, limitedTo, published, draft }
}
