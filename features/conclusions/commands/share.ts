import type { Viewer } from '#lib/db/viewer.ts'
import { sharedWith, sharingOf } from '#store/conclusion/sharing.ts'
import { perform } from '#store/perform.ts'

/** Who may read the conclusion from here on. */
export interface Shared {
  readonly id: string
  readonly sharedWith: 'parties' | 'group'
}

/** A party agrees that an adopted conclusion is shared with the group, or takes its agreement back. */
export function shareWithGroup(viewer: Viewer, conclusionId: string, { agree }: { readonly agree: boolean }) {
  return perform(viewer, sharingOf(conclusionId), ({ actor: by }) => ({ by, agree }), {
    answer: ({ loaded: { rows } }, [event]): Shared => {
      const before = rows.sharedWith === 'group' ? 'group' : 'parties'
      return { id: conclusionId, sharedWith: event === undefined ? before : sharedWith(event) }
    },
  })
}
