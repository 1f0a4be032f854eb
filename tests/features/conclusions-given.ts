/** Conclusions on a real database, as far along as a test needs them. */

import type { Refusal } from '#domain/refusal.ts'
import { isRefusal } from '#domain/refusal.ts'
import { putToDeciders } from '#features/conclusions/commands/conduct.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { takeStance } from '#features/conclusions/commands/take-stance.ts'
import type { NewConclusion, StanceInput } from '#features/conclusions/schema.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Held } from '#tests/setup/meetings.ts'

export const LEVELS = 'The river is measured at three places each week.'

export const wording = (text: string) => ({ wording: text, citations: [], commitments: [] })

export const draft = (more: Partial<NewConclusion> = {}): NewConclusion => ({
  kind: 'common-understanding',
  title: 'River levels',
  itemId: null,
  originId: null,
  supersedesId: null,
  content: wording(LEVELS),
  ...more,
})

/** It was done; a refusal fails the test. */
export function done<T>(answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, Refusal>
}

/** The code of a refusal, or what was done instead. */
export const refusedAs = (answer: unknown): unknown => (isRefusal(answer) ? answer.refused : answer)

/** A draft in the meeting; its id. */
export async function drafted({ meetingId, chair, itemId }: Held, more: Partial<NewConclusion> = {}): Promise<string> {
  return done(await openDraft(chair, meetingId, draft({ itemId, ...more }))).id
}

/** A draft that was put; its id. */
export async function put(held: Held, more: Partial<NewConclusion> = {}): Promise<string> {
  const id = await drafted(held, more)
  done(await putToDeciders(held.chair, id, { version: 1 }))
  return id
}

export const answer = (viewer: Viewer, id: string, given: StanceInput['answer'], version = 1) =>
  takeStance(viewer, id, { version, answer: given })

export const consent = (viewer: Viewer, id: string, version = 1) => answer(viewer, id, { kind: 'consent' }, version)

/** A conclusion to which every party of the meeting consented; its id. */
export async function adopted(held: Held, more: Partial<NewConclusion> = {}): Promise<string> {
  const id = await put(held, more)
  for (const { head } of held.sides) done(await consent(head, id))
  return id
}

/** The side at this place; the meeting was made with that many. */
export function side(held: Held, place: number) {
  const found = held.sides[place]
  if (found === undefined) throw new Error(`The meeting has no party ${place}.`)
  return found
}

/** A day so many days from now, in UTC. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
