import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { PrincipalsWordInput } from '../schema.ts'
import { act, type Outcome, onConclusion } from './held.ts'

/** Brings the word of a party's principals on a text that was fixed ad referendum (rule 8). After the date it lapses. */
export function bringWord(
  viewer: Viewer,
  conclusionId: string,
  { version, word, reason }: PrincipalsWordInput,
): Promise<Outcome | Refusal> {
  return onConclusion(viewer, conclusionId, (held) =>
    act(held, { type: 'bring-word', by: held.actor, signInMethod: viewer.method, version, word, reason }),
  )
}
