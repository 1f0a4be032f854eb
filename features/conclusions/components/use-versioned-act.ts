'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { FormRefusal } from '#components/form.tsx'
import { refusalsOf } from '#components/use-act.ts'
import { send } from '#lib/api/send.ts'
import type { VersionDifference } from '../queries/difference.ts'

export interface VersionedAct {
  readonly path: string
  readonly body: unknown
  /** Where to go then; without it the page is fetched again in place. */
  readonly goTo?: (view: { readonly id: string }) => string
}

/**
 * Sends acts that name a version. When the version has changed since it was read, `changed` holds what is different now;
 * the refusal itself comes back as for every form.
 */
export function useVersionedAct() {
  const router = useRouter()
  const key = useRef<string | null>(null)
  const [changed, setChanged] = useState<VersionDifference | null>(null)
  const [pending, setPending] = useState(false)

  async function act({ path, body, goTo }: VersionedAct): Promise<readonly FormRefusal[]> {
    key.current ??= crypto.randomUUID()
    setPending(true)
    try {
      const sent = await send<{ id: string }>('POST', path, body, key.current)
      key.current = null
      if (sent.ok) {
        setChanged(null)
        if (goTo === undefined) router.refresh()
        else router.push(goTo(sent.view))
        return []
      }
      const { problem } = sent
      if (problem.refused === 'version-changed' && problem.difference !== undefined)
        setChanged(problem.difference as VersionDifference)
      return refusalsOf(problem)
    } finally {
      setPending(false)
    }
  }
  return { act, pending, changed }
}
