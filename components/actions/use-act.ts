'use client'
import { useRef, useState } from 'react'
import type { Call, MadeBy, ProblemOf, WriteAddress } from '#lib/api/contract.ts'
import { sendUnderKey } from '#lib/api/send.ts'
import type { FormRefusal } from '../forms/form.tsx'
import { useGoing } from './use-going.ts'

/** Sends acts one at a time, and says whether one is on its way. */
export interface Acting {
  readonly pending: boolean
  /**
   * Sends one act, such as `{ route: 'POST /meetings/{meetingId}/close', params: { meetingId }, body }`. `goTo` says where to go
   * then; without it, or with null, the page is fetched again in place: either way everything that is shown then is true.
   * `refused` hears of a refusal before it is said, and may say it in other words. Answers the refusals in words, for a form to
   * show; empty: it was done.
   */
  readonly act: <A extends WriteAddress>(
    act: Call<A>,
    goTo?: (made: MadeBy<A>) => string | null,
    refused?: (problem: ProblemOf<A>) => readonly FormRefusal[] | undefined,
  ) => Promise<readonly FormRefusal[]>
  /** Sends one act after which one stays on the page, which is fetched again. `done` hears what was made, `refused` why not. */
  readonly stay: <A extends WriteAddress>(
    act: Call<A>,
    hears: {
      readonly done: (made: MadeBy<A>) => void
      readonly refused: (problem: ProblemOf<A>) => readonly FormRefusal[] | undefined
    },
  ) => Promise<readonly FormRefusal[]>
}

/**
 * Acts that show the page anew after each. The same act tried again after a lost connection carries the same key and is done once;
 * one that is tried again while its next page is on the way was done already.
 */
export function useAct(): Acting {
  const { going, go, renew } = useGoing()
  const [pending, setPending] = useState(false)
  const key = useRef<string | null>(null)

  const act: Acting['act'] = async (call, goTo, refused) => {
    if (going) return []
    key.current ??= crypto.randomUUID()
    setPending(true)
    try {
      const sent = await sendUnderKey(call, key.current)
      key.current = null
      if (!sent.ok) return refused?.(sent.problem) ?? refusalsOf(sent.problem)
      const next = goTo?.(sent.view) ?? null
      if (next === null) renew()
      else go(next)
      return []
    } finally {
      setPending(false)
    }
  }
  const stay: Acting['stay'] = (call, { done, refused }) =>
    act(
      call,
      (made) => {
        done(made)
        return null
      },
      refused,
    )
  return { pending: pending || going, act, stay }
}

/** An act was refused because of how things stand: the page that offered it may be out of date. Of somebody else it stays as it is. */
export function isOutOfDate({ status, refused }: { readonly status: number; readonly refused: string }): boolean {
  return status === 409 && refused !== 'signed-in-as-another'
}

/** As much of a problem document as a form shows. */
interface Worded {
  /** The refusal in words. */
  readonly title: string
  /** The fields that did not fit, each with why. */
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  /** The one field to change. */
  readonly field?: string
}

/** The words of a refusal, with the fields to change where it names some. */
function refusalsOf({ title, fields = [], field }: Worded): readonly FormRefusal[] {
  if (fields.length === 0) return [{ message: title, ...(field === undefined ? {} : { field }) }]
  return fields.map(({ field: name, message }) => ({ field: name, message }))
}
