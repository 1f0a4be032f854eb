'use client'
import { useRef, useState } from 'react'
import { refusalsOf } from '#components/actions/use-act.ts'
import { useGoing } from '#components/actions/use-going.ts'
import type { FormRefusal } from '#components/forms/form.tsx'
import { send } from '#lib/api/send.ts'
import type { VersionDifference } from '../queries/difference.ts'

export interface VersionedAct {
  readonly path: string
  readonly body: unknown
  /** Where to go then; without it the page is fetched again in place. */
  readonly goTo?: (view: { readonly id: string }) => string
  /** The page is fetched again when it is refused, too: what stands on it must be what the next act names. */
  readonly renews?: boolean
}

/**
 * Sends acts that name a version. When the version has changed since it was read, `changed` holds what is different now;
 * the refusal itself comes back as for every form.
 */
export function useVersionedAct() {
  const { going, go, renew } = useGoing()
  const key = useRef<string | null>(null)
  const [changed, setChanged] = useState<VersionDifference | null>(null)
  const [pending, setPending] = useState(false)

  async function act({ path, body, goTo, renews = false }: VersionedAct): Promise<readonly FormRefusal[]> {
    if (going) return []
    key.current ??= crypto.randomUUID()
    setPending(true)
    try {
      const sent = await send<{ id: string }>('POST', path, body, key.current)
      key.current = null
      if (sent.ok) {
        setChanged(null)
        if (goTo === undefined) renew()
        else go(goTo(sent.view))
        return []
      }
      const { problem } = sent
      if (problem.refused === 'version-changed' && problem.difference !== undefined)
        setChanged(problem.difference as VersionDifference)
      // Nobody is signed in: the page would give way to the one for signing in, with what was typed.
      if (renews && problem.refused !== 'not-signed-in') renew()
      return refusalsOf(problem)
    } finally {
      setPending(false)
    }
  }
  return { act, pending: pending || going, changed }
}
