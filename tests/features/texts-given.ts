/** A group with a text in it, for the tests of texts. */
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { importText } from '#features/texts/commands/import-text.ts'
import { publishText } from '#features/texts/commands/publish.ts'
import { loadDraft } from '#features/texts/loaders.ts'
import type { DraftView } from '#features/texts/views.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { groupOf, partyOf, signedIn } from '#tests/setup/people.ts'

export interface Scene {
  readonly groupId: string
  /** Organizes the group. */
  readonly olga: Viewer
  /** Heads the Upper Mills. */
  readonly hana: Viewer
  /** Heads Reed Harbour. */
  readonly otto: Viewer
  /** Belongs to another group, which she organizes. */
  readonly stella: Viewer
  readonly upperMills: string
  readonly reedHarbour: string
}

export async function aGroup(): Promise<Scene> {
  const [olga, hana, otto, stella] = [
    await signedIn('Olga Weir'),
    await signedIn('Hana Mill'),
    await signedIn('Otto Reed'),
    await signedIn('Stella Far'),
  ]
  const groupId = await groupOf(olga)
  await groupOf(stella, { name: 'Library network' })
  const upperMills = await partyOf(groupId, 'Upper Mills', [[hana, 'head']])
  const reedHarbour = await partyOf(groupId, 'Reed Harbour', [[otto, 'head']])
  return { groupId, olga, hana, otto, stella, upperMills, reedHarbour }
}

/** Eight passages, one of them a reading time. */
export const waterText = `# Sharing the river

12 mins read

## What we know

The summer is dry. The mills need water in the morning, the gardens in the evening.

Nobody has measured the leak at the old weir.

## What we ask

- Who opens the weir?
- Who tells the other side, and when?
`

/** The answer of a command that must not refuse. */
export function accepted<T>(answer: T): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, Refusal>
}

export async function aDraft({ groupId, olga }: Scene, pasted = waterText): Promise<string> {
  return accepted(await importText(olga, groupId, { pasted })).textId
}

/** The whole draft as the organizer sees it. */
export async function draftOf({ olga }: Scene, textId: string): Promise<DraftView> {
  const draft = await loadDraft(olga, textId, { page: 1, only: null })
  if (draft === null) throw new Error('There is no draft.')
  return draft
}

/** The text as it stands: published with every passage kept. */
export async function aPublishedText(scene: Scene, pasted = waterText): Promise<string> {
  const textId = await aDraft(scene, pasted)
  accepted(await publishText(scene.olga, textId, 0))
  return textId
}
