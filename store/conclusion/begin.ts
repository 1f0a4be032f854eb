/** Conclusions that begin with an act: a draft that is opened, a divergence that is recorded. */
import { randomUUIDv7 } from 'node:crypto'
import type { Open, RecordDivergence } from '#domain/conclusion/command.ts'
import type { ConclusionKind, DraftedKind } from '#domain/conclusion/conclusion.ts'
import { decideDivergence } from '#domain/conclusion/divergence.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import { decideOpening } from '#domain/conclusion/open.ts'
import { isRefusal, type NotFound, notFound, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { opensConclusion } from '#store/access/contents.ts'
import { holdAllKnown } from '#store/access/hold.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import type { Target } from '#store/perform.ts'
import { sha256 } from '#store/record/append.ts'
import {
  byOf,
  conclusionActs,
  type Deciding,
  type HeldMeeting,
  holdMeeting,
  loadHeld,
  type NotAdmitted,
  subjectOf,
} from './acts.ts'
import { type Loaded, loadConclusions, olderFor } from './load.ts'
import type { Subject } from './tell.ts'

/** What a new draft is, and what it starts from. */
export interface OpeningDraft {
  readonly kind: DraftedKind
  readonly title: string
  readonly itemId: string | null
  readonly originId: string | null
  readonly supersedesId: string | null
}

/** A conclusion that begins under this id. */
export interface BeginningConclusion extends Deciding {
  readonly conclusionId: string
}

type RefusalsIn<Decide extends (...args: never) => unknown> = Extract<ReturnType<Decide>, Refusal>

/** A draft in a meeting. `not-found` also for an item, an origin or an older conclusion that the viewer does not see there. */
export function draftIn(
  meetingId: string,
  opening: OpeningDraft,
): Target<
  Viewer,
  BeginningConclusion,
  Open,
  ConclusionEvent,
  RefusalsIn<typeof decideOpening> | NotAdmitted | NotFound
> {
  return {
    ...conclusionActs(({ act, context }: BeginningConclusion, command: Open) =>
      decideOpening(command, context, act.now),
    ),
    load: async (act, viewer) => {
      const held = await holdMeeting(act, viewer, meetingId)
      if (held === null) return null
      const { kind, title, itemId } = opening
      const select = { id: true, title: true }
      const item = itemId && (await act.tx.agendaItem.findFirst({ where: { id: itemId, meetingId }, select }))
      if (itemId !== null && item === null) return notFound
      const named = await loadNamed(held, viewer, opening)
      if (isRefusal(named)) return named
      const origin = named.origin?.conclusion ?? null
      const supersedes = named.supersedes && olderFor(named.supersedes, meetingId)
      const subject = subjectIn(held, { kind, title, item: item || null })
      return {
        ...held,
        by: byOf(held),
        conclusion: null,
        conclusionId: subject.id,
        subjects: [subject],
        context: { meeting: held.meeting, origin, supersedes, sha256 },
      }
    },
  }
}

/** A divergence on a conclusion that was not adopted (rule 11). */
export function divergenceOn(
  originId: string,
  title: string,
): Target<
  Viewer,
  BeginningConclusion,
  RecordDivergence,
  ConclusionEvent,
  RefusalsIn<typeof decideDivergence> | NotAdmitted
> {
  return {
    ...conclusionActs(({ act, context }: BeginningConclusion, command: RecordDivergence) =>
      decideDivergence(command, context, act.now),
    ),
    load: async (act, viewer) => {
      const held = await loadHeld(act, viewer, originId, opensConclusion)
      if (held === null) return null
      const { item } = subjectOf(held.loaded)
      const subject = subjectIn(held, { kind: 'divergence', title, item })
      return {
        ...held,
        conclusion: null,
        conclusionId: subject.id,
        subjects: [subject, subjectOf(held.loaded)],
        context: { ...held.context, origin: held.conclusion },
      }
    },
  }
}

function subjectIn(
  { scope: { groupId, meetingId } }: HeldMeeting,
  about: { readonly kind: ConclusionKind; readonly title: string; readonly item: Subject['item'] },
): Subject {
  return { ...about, id: randomUUIDv7(), groupId, meetingId, chainHead: null, conclusion: null }
}

interface Named {
  readonly origin: Loaded | null
  readonly supersedes: Loaded | null
}

/** What the draft starts from and what it supersedes, locked. */
async function loadNamed(
  { act: { tx }, scope }: HeldMeeting,
  viewer: Viewer,
  { originId, supersedesId }: OpeningDraft,
): Promise<Named | NotFound> {
  const ids = [originId, supersedesId].filter((id) => id !== null)
  if (ids.length === 0) return { origin: null, supersedes: null }
  const found = await loadConclusions(tx, await holdAllKnown(tx, 'conclusion', ids))
  const seen = async (id: string) => {
    const loaded = found.get(id)
    if (loaded === undefined) return undefined
    const within = await proveMeeting(tx, viewer, loaded.rows.meetingId)
    // What a party that left keeps is no beginning for it (rule 15).
    const isOpen = within?.groupId === scope.groupId && within.keepsFor === null
    return isOpen && opensConclusion(within, loaded.conclusion) ? loaded : undefined
  }
  const origin = originId === null ? null : await seen(originId)
  const supersedes = supersedesId === null ? null : await seen(supersedesId)
  if (origin === undefined || supersedes === undefined) return notFound
  return { origin, supersedes }
}
