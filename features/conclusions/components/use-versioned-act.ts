'use client'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { useGoing } from '#components/actions/use-going.ts'
import type { FormRefusal } from '#components/forms/form.tsx'
import type { Call, ProblemOf } from '#lib/api/contract.ts'
import type { VersionDifference } from '../views/difference.ts'

/** Routes that write a version, or answer one. */
type Versioned =
  | 'POST /meetings/{meetingId}/conclusions'
  | 'POST /conclusions/{conclusionId}/versions'
  | 'POST /conclusions/{conclusionId}/stances'

/** An act on the version that is on the screen, as a component carries it out. */
export interface VersionedAct {
  readonly act: { [A in Versioned]: Call<A> }[Versioned]
  /** Where to go then; without it the page is fetched again in place. */
  readonly goTo?: (made: { readonly id: string }) => string
  /** The page is fetched again when it is refused, too: what stands on it must be what the next act names. */
  readonly renews?: boolean
}

/**
 * Sends acts that name a version. When the version has changed since it was read, `changed` holds what is different now;
 * the refusal itself comes back as for every form.
 */
export function useVersionedAct() {
  const { act, pending } = useAct()
  const { renew } = useGoing()
  const [changed, setChanged] = useState<VersionDifference | null>(null)

  const send = ({ act: call, goTo, renews = false }: VersionedAct): Promise<readonly FormRefusal[]> => {
    const done = (made: { readonly id: string }) => {
      setChanged(null)
      return goTo?.(made) ?? null
    }
    const refused = (problem: ProblemOf<Versioned>) => {
      if (problem.refused === 'version-changed' && problem.difference !== undefined) setChanged(problem.difference)
      // Nobody is signed in, or somebody else: the page would give way to theirs, with what was typed.
      if (renews && problem.refused !== 'not-signed-in' && problem.refused !== 'signed-in-as-another') renew()
      return undefined
    }
    return act(call, done, refused)
  }
  return { act: send, pending, changed }
}
