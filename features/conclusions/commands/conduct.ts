/** Putting a version, taking it back, giving it up: the acts of whoever conducts (rule 6). */
import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Outcome } from '../views/list.ts'
import { act, onConclusion } from './held.ts'
import { explained, withVersions } from './version-changed.ts'

/** The version stands still and its deciders are asked. Refusals: those of `put` (rules 4, 5, 6). */
export async function putToDeciders(
  viewer: Viewer,
  conclusionId: string,
  { version }: { readonly version: number },
): Promise<Outcome | Refusal> {
  const answer = await onConclusion(viewer, conclusionId, async (held) =>
    withVersions(held, version, await act(held, { type: 'put', by: held.actor, version })),
  )
  return explained(viewer, answer)
}

interface Reasoned {
  readonly version: number
  readonly reason: string
}

/** Back to draft, with a reason; the stances stay as history and count for nothing. */
export function takeBack(
  viewer: Viewer,
  conclusionId: string,
  { version, reason }: Reasoned,
): Promise<Outcome | Refusal> {
  return onConclusion(viewer, conclusionId, (held) => act(held, { type: 'take-back', by: held.actor, version, reason }))
}

/** Given up, with a reason, before it is decided. */
export function withdraw(
  viewer: Viewer,
  conclusionId: string,
  { version, reason }: Reasoned,
): Promise<Outcome | Refusal> {
  return onConclusion(viewer, conclusionId, (held) => act(held, { type: 'withdraw', by: held.actor, version, reason }))
}
