import { cache } from 'react'
import { isRefusal, type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import { managesTexts } from '#domain/text/edition.ts'
import type { Suspect } from '#domain/text/passage.ts'
import { type PassageSpan, partSize, windowSize } from '#domain/text/window.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { readingsBefore } from '#lib/reading/read-source.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveGroup } from '#store/access/group.ts'
import { type EditionFacts, proveText, type TextScope } from '#store/access/text.ts'
import { findCiting } from '#store/citing/find.ts'
import type { CitingLine } from '#store/citing/register.ts'
import { findContents } from './queries/contents.ts'
import { findDraft } from './queries/draft.ts'
import { textHeadOf } from './queries/head.ts'
import { findLimits } from './queries/limits.ts'
import { findTexts } from './queries/list.ts'
import { findNamed } from './queries/named.ts'
import { findOrdinal, findPassages, findWords, type PlaceRefusal } from './queries/passages.ts'
import { findTextsWith, type PassagesNamed, type TextWith } from './queries/texts-with.ts'
import type { WindowQuery } from './schema.ts'
import type {
  Contents,
  DraftView,
  FoundWords,
  LimitsView,
  PassageInContext,
  PassageWindow,
  PlaceInQueue,
  TextHead,
  TextPage,
} from './views.ts'

// Null everywhere: there is nothing, or nothing that this viewer may know of.

/** One page of a group's texts. */
export const loadTexts = cache(
  (viewer: Viewer, groupId: string, page = 1): Promise<TextPage | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findTexts(tx, scope, page)
    }),
)

/** Refusal: `not-entitled`. */
export async function loadPlace(
  viewer: Viewer,
  groupId: string,
  waitId: string,
): Promise<PlaceInQueue | NotEntitled | null> {
  const scope = await asViewer(viewer, (tx) => proveGroup(tx, viewer, groupId))
  if (scope === null) return null
  return managesTexts(scope.standing) ? { before: readingsBefore(viewer.personId, waitId) } : notEntitled
}

/** What a text is called and how long it is. */
export const loadTextHead = cache(
  (viewer: Viewer, textId: string): Promise<TextHead | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveText(tx, viewer, textId)
      return scope && textHeadOf(scope)
    }),
)

/** Passages with what their text is called. */
export interface PrintedView extends PassageWindow {
  readonly head: TextHead
  readonly from: number
}

/** Parts of the reader: some passages, with what stands beside them. */
export interface PartsView extends PrintedView {
  /** What happened to these passages, as far as the viewer may know of it. */
  readonly concordance: readonly CitingLine[]
}

/** A view of the reader: some passages with the contents of the whole. */
export interface ReaderView extends PartsView {
  readonly contents: Contents
}

/** The reader from one passage to another, by default one part. Null also while there is only a draft. Five statements. */
export const loadReading = cache(
  (viewer: Viewer, textId: string, from: number, to = from + partSize - 1): Promise<ReaderView | null> =>
    inEdition(viewer, textId, async (tx, edition, scope) => ({
      ...(await partsIn(tx, edition, scope, { from, to })),
      contents: await findContents(tx, edition.id),
    })),
)

/** The same without contents: as one reads on. Four statements. */
export const loadReadingOn = cache(
  (viewer: Viewer, textId: string, from: number, to: number): Promise<PartsView | null> =>
    inEdition(viewer, textId, (tx, edition, scope) => partsIn(tx, edition, scope, { from, to })),
)

/** Passages alone, with what their text is called: for printing. Three statements. */
export const loadPrinted = cache(
  (viewer: Viewer, textId: string, from: number, to: number): Promise<PrintedView | null> =>
    inEdition(viewer, textId, (tx, edition, scope) => passagesIn(tx, edition, scope, { from, to })),
)

async function passagesIn(
  tx: Tx,
  { id, passageCount }: EditionFacts,
  scope: TextScope,
  { from, to }: PassageSpan,
): Promise<PrintedView> {
  const passages = await findPassages(tx, id, from, to)
  return { head: textHeadOf(scope), from, editionId: id, passages, total: passageCount }
}

async function partsIn(tx: Tx, edition: EditionFacts, scope: TextScope, span: PassageSpan): Promise<PartsView> {
  return {
    ...(await passagesIn(tx, edition, scope, span)),
    concordance: await findCiting(tx, { editionId: edition.id, ...span }, clock.now()),
  }
}

/** How many passages stand on either side of the one that a page is about. */
const neighbours = 2

export const loadPassage = cache(
  (viewer: Viewer, textId: string, ordinal: number): Promise<PassageInContext | null> =>
    inEdition(viewer, textId, async (tx, edition, scope) => {
      if (!Number.isSafeInteger(ordinal) || ordinal < 1 || ordinal > edition.passageCount) return null
      const around = await findPassages(tx, edition.id, ordinal - neighbours, ordinal + neighbours)
      const passage = around.find((one) => one.ordinal === ordinal)
      if (passage === undefined) return null
      return {
        head: textHeadOf(scope),
        passage,
        before: around.filter((one) => one.ordinal < ordinal),
        after: around.filter((one) => one.ordinal > ordinal),
      }
    }),
)

/** What happened to one passage, as far as the viewer may know of it; nothing where it is not theirs to read. One statement. */
export const loadConcordance = cache(
  (
    viewer: Viewer,
    { editionId, ordinal }: { readonly editionId: string; readonly ordinal: number },
  ): Promise<readonly CitingLine[]> =>
    isUuid(editionId)
      ? asViewer(viewer, (tx) => findCiting(tx, { editionId, from: ordinal, to: ordinal }, clock.now()))
      : Promise.resolve([]),
)

/** Passages from an ordinal or a typed reference on. Refusals: `not-a-reference`, `no-such-passage`. */
export function loadPassageWindow(
  viewer: Viewer,
  textId: string,
  { from = 1, at }: WindowQuery,
): Promise<PassageWindow | PlaceRefusal | null> {
  return inEdition(viewer, textId, async (tx, edition) => {
    if (at === undefined) return windowFrom(tx, edition, from)
    const place = await findOrdinal(tx, edition, at)
    return isRefusal(place) ? place : windowFrom(tx, edition, place.ordinal)
  })
}

/** The ordinal of a reference as somebody typed it. Refusals: `not-a-reference`, `no-such-passage`. */
export function loadOrdinal(
  viewer: Viewer,
  textId: string,
  typed: string,
): Promise<{ ordinal: number } | PlaceRefusal | null> {
  return inEdition(viewer, textId, (tx, edition) => findOrdinal(tx, edition, typed))
}

/** The texts of a group in which there are passages that somebody named without a text, by title. Refusal: `not-a-reference`. */
export function loadTextsWith(
  viewer: Viewer,
  groupId: string,
  named: PassagesNamed,
): Promise<readonly TextWith[] | Refusal<'not-a-reference'> | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveGroup(tx, viewer, groupId)
    return scope && findTextsWith(tx, scope, named)
  })
}

/** The headings of a published text; null: not for this viewer. */
export function loadContents(viewer: Viewer, textId: string): Promise<Contents | null> {
  return inEdition(viewer, textId, (tx, edition) => findContents(tx, edition.id))
}

export const loadFindings = cache(
  (viewer: Viewer, textId: string, words: string): Promise<FoundWords | null> =>
    inEdition(viewer, textId, async (tx, edition, scope) => ({
      head: textHeadOf(scope),
      named: await findNamed(tx, edition, words),
      ...(await findWords(tx, edition, words)),
    })),
)

/** A page of the preview, for organizers; null also once there is no draft any more. */
export function loadDraft(
  viewer: Viewer,
  textId: string,
  { page, only }: { page: number; only: Suspect | null },
): Promise<DraftView | null> {
  return inText(viewer, textId, (tx, scope) =>
    scope.draft === null ? null : findDraft(tx, scope, scope.draft, { page, only }),
  )
}

/** Who may read the text, for organizers. */
export const loadLimits = cache(
  (viewer: Viewer, textId: string): Promise<LimitsView | null> =>
    inText(viewer, textId, (tx, scope) => (managesTexts(scope.standing) ? findLimits(tx, scope) : null)),
)

async function windowFrom(tx: Tx, { id, passageCount }: EditionFacts, from: number): Promise<PassageWindow> {
  const passages = await findPassages(tx, id, from, from + windowSize - 1)
  return { editionId: id, passages, total: passageCount }
}

function inText<T>(
  viewer: Viewer,
  textId: string,
  read: (tx: Tx, scope: TextScope) => Promise<T | null> | null,
): Promise<T | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveText(tx, viewer, textId)
    return scope && read(tx, scope)
  })
}

function inEdition<T>(
  viewer: Viewer,
  textId: string,
  read: (tx: Tx, edition: EditionFacts, scope: TextScope) => Promise<T | null>,
): Promise<T | null> {
  return inText(viewer, textId, (tx, scope) => (scope.published === null ? null : read(tx, scope.published, scope)))
}
