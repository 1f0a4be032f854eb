import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, type HeldConclusion, outcomeOf } from '#store/conclusion/acts.ts'
import { perform } from '#store/perform.ts'
import type { PrincipalsWordInput } from '../schema.ts'

/** Brings the word of a party's principals on a text that was fixed ad referendum (rule 8). After the date it lapses. */
export function bringWord(viewer: Viewer, conclusionId: string, input: PrincipalsWordInput) {
  const command = ({ actor: by }: HeldConclusion) =>
    ({ type: 'bring-word', by, signInMethod: viewer.method, ...input }) as const
  return perform(viewer, conclusion(conclusionId, 'bring-word'), command, { answer: outcomeOf })
}
