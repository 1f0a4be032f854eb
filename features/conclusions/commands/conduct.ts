import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, outcomeOf } from '#store/conclusion/acts.ts'
import { perform } from '#store/perform.ts'
import { explained, withVersions } from './version-changed.ts'

/** The version stands still and its deciders are asked. Refusals: those of `put` (rules 4, 5, 6). */
export async function putToDeciders(viewer: Viewer, conclusionId: string, { version }: { readonly version: number }) {
  const done = await perform(
    viewer,
    conclusion(conclusionId, 'put'),
    ({ actor: by }) => ({ type: 'put', by, version }),
    {
      answer: outcomeOf,
      explain: withVersions(version),
    },
  )
  return explained(viewer, done)
}

interface Reasoned {
  readonly version: number
  readonly reason: string
}

/** Back to draft, with a reason; the stances stay as history and count for nothing. */
export function takeBack(viewer: Viewer, conclusionId: string, { version, reason }: Reasoned) {
  return perform(
    viewer,
    conclusion(conclusionId, 'take-back'),
    ({ actor: by }) => ({ type: 'take-back', by, version, reason }),
    {
      answer: outcomeOf,
    },
  )
}

/** Given up, with a reason, before it is decided. */
export function withdraw(viewer: Viewer, conclusionId: string, { version, reason }: Reasoned) {
  return perform(
    viewer,
    conclusion(conclusionId, 'withdraw'),
    ({ actor: by }) => ({ type: 'withdraw', by, version, reason }),
    {
      answer: outcomeOf,
    },
  )
}
