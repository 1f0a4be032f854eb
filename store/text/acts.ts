/** Acts on texts and their drafts. */
import { randomUUIDv7 } from 'node:crypto'
import { type DayFull, dayFull, type ListFull, listFull } from '#domain/limits.ts'
import { type PartiesChanged, type PartiesSaid, refuseUnseen } from '#domain/parties-seen.ts'
import { type ForeignInput, type NotEntitled, notEntitled } from '#domain/refusal.ts'
import {
  type DraftRefusal,
  managesTexts,
  refuseDraftChange,
  refuseTakeBack,
  type TakeBackRefusal,
} from '#domain/text/edition.ts'
import { aDayBefore, lockList } from '#lib/db/lock-list.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import { type EditionFacts, proveText, type TextScope } from '#store/access/text.ts'
import type { Target } from '#store/perform.ts'
import { type NewEdition, type OfText, type TextEvent, textRows } from './rows.ts'

/** A draft that its changer holds. */
export interface HeldDraft extends OfText {
  readonly scope: TextScope
  readonly textId: string
  readonly draft: EditionFacts
}

/**
 * The draft of a text at the revision that its changer saw; the command: what happens to it. Refusals: `not-found`,
 * `not-entitled`, `already-published`, `draft-changed`.
 */
export function draft(
  textId: string,
  revision: number,
): Target<Viewer, HeldDraft, TextEvent, TextEvent, NotEntitled | DraftRefusal> {
  return {
    ...textRows,
    load: async (act, viewer) => {
      const scope = await proveText(act.tx, viewer, textId, { lock: true })
      if (scope === null) return null
      if (!managesTexts(scope.standing)) return notEntitled
      if (scope.draft === null) return { refused: 'already-published' }
      const { groupId, draft: held } = scope
      return refuseDraftChange(held, revision) ?? { act, scope, groupId, actorId: viewer.personId, textId, draft: held }
    },
    decide: (_, event) => [event],
  }
}

interface HeldText extends OfText {
  readonly scope: TextScope
}

/** A text whose newest published edition is held, so that nothing begins to cite it. */
export interface HeldPublished extends HeldText {
  readonly published: EditionFacts | null
  readonly isCited: boolean
}

/**
 * The newest published edition of a text, to become a draft again. Refusals: `not-found`, `not-entitled`, `not-published`,
 * `text-cited`, `list-full` for too many drafts.
 */
export function published(
  textId: string,
): Target<Viewer, HeldPublished, 'take-back', TextEvent, NotEntitled | TakeBackRefusal | ListFull> {
  return {
    ...textRows,
    load: async (act, viewer) => {
      const scope = await proveText(act.tx, viewer, textId, { lock: true })
      if (scope === null) return null
      if (!managesTexts(scope.standing)) return notEntitled
      const { groupId, published: edition } = scope
      const isCited = edition !== null && (await holdUncited(act.tx, edition.id))
      return { act, scope, groupId, actorId: viewer.personId, textId, draft: null, published: edition, isCited }
    },
    decide: ({ published: edition, isCited }) => {
      const refusal = refuseTakeBack(edition, isCited)
      if (refusal !== null) return refusal
      return edition === null ? [] : [{ type: 'publishing-taken-back', edition }]
    },
    admit: async ({ act: { tx }, groupId }, events) => {
      await lockList(tx, 'texts', groupId)
      const drafts = await tx.edition.count({ where: { groupId, state: { not: 'published' } } })
      return listFull('drafts', drafts) ?? events
    },
  }
}

/** Holds an edition against whoever is about to cite it, and says whether something does: what waited for it is looked for after that. */
async function holdUncited(tx: Tx, editionId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM "Edition" WHERE id = ${editionId}::uuid FOR UPDATE`
  const citations = await tx.citation.count({ where: { editionId }, take: 1 })
  const assignments = await tx.assignment.count({ where: { editionId }, take: 1 })
  return citations + assignments > 0
}

/**
 * Who reads a text: the parties that are named, or the whole group. Refusals: `not-entitled`; `parties-changed` when others read it than
 * were seen; `invalid-input` for a party of another group.
 */
export function readersOf(
  textId: string,
): Target<Viewer, HeldText, PartiesSaid, TextEvent, NotEntitled | PartiesChanged | ForeignInput> {
  return {
    ...textRows,
    load: async (act, viewer) => {
      const scope = await proveText(act.tx, viewer, textId, { lock: true })
      return scope && { act, scope, groupId: scope.groupId, actorId: viewer.personId, textId, draft: null }
    },
    decide: ({ scope: { standing, limitedTo } }, said) => {
      if (!managesTexts(standing)) return notEntitled
      return refuseUnseen(limitedTo, said) ?? [{ type: 'text-limited', partyIds: [...new Set(said.partyIds)] }]
    },
    admit: async ({ act: { tx }, groupId }, events) => {
      const named = events.flatMap((event) => (event.type === 'text-limited' ? event.partyIds : []))
      const known = await tx.party.count({ where: { groupId, id: { in: [...named] } } })
      return known === named.length ? events : { refused: 'invalid-input', field: 'partyIds' }
    },
  }
}

/** A group into which somebody brings texts. */
export interface HeldLibrary extends OfText {
  readonly scope: GroupScope
}

/** A new text, stored from here on under these ids. Refusals: `not-entitled`, `list-full`, `day-full`. */
export function newTextIn(
  groupId: string,
): Target<
  Viewer,
  HeldLibrary & { readonly ids: { readonly textId: string; readonly editionId: string } },
  NewEdition,
  TextEvent,
  NotEntitled | ListFull | DayFull
> {
  return {
    ...textRows,
    load: async (act, viewer) => {
      const scope = await proveGroup(act.tx, viewer, groupId)
      const ids = { textId: randomUUIDv7(), editionId: randomUUIDv7() }
      return scope && { act, scope, groupId, actorId: viewer.personId, textId: null, draft: null, ids }
    },
    decide: ({ scope, ids }, edition) => refuseImporter(scope) ?? [{ type: 'import-begun', ...ids, edition }],
    admit: async ({ act: { tx, now }, actorId }, events) => {
      await lockList(tx, 'texts', groupId)
      return (await roomForText(tx, { groupId, personId: actorId, now })) ?? events
    },
  }
}

/** A text whose passages are all stored: it becomes a draft. Refusals: `not-found`, `not-entitled`. */
export function storedText(
  groupId: string,
  editionId: string,
): Target<Viewer, HeldLibrary, { readonly passageCount: number }, TextEvent, NotEntitled> {
  return {
    ...textRows,
    load: async (act, viewer) => {
      const scope = await proveGroup(act.tx, viewer, groupId)
      return scope && { act, scope, groupId, actorId: viewer.personId, textId: null, draft: null }
    },
    decide: ({ scope }, { passageCount }) =>
      refuseImporter(scope) ?? [{ type: 'text-drafted', editionId, passageCount }],
  }
}

/** Null: this member of the group brings texts into it. */
export function refuseImporter({ standing }: GroupScope): NotEntitled | null {
  return managesTexts(standing) ? null : notEntitled
}

/** Null: there is room for one more text in the group, and its importer has made few enough today. */
export async function roomForText(
  tx: Tx,
  { groupId, personId, now }: { readonly groupId: string; readonly personId: string; readonly now: Date },
): Promise<ListFull | DayFull | null> {
  const texts = await tx.text.count({ where: { groupId } })
  const drafts = await tx.edition.count({ where: { groupId, state: { not: 'published' } } })
  const today = await tx.text.count({ where: { groupId, createdById: personId, createdAt: { gt: aDayBefore(now) } } })
  return listFull('texts', texts) ?? listFull('drafts', drafts) ?? dayFull('texts', today)
}
