'use client'
import { useRef, useState } from 'react'
import type { Problem } from '#lib/api/answer.ts'
import { send } from '#lib/api/send.ts'
import type { FormRefusal } from '../forms/form.tsx'
import { useGoing } from './use-going.ts'

/** One act on the API: where it goes, and what happens on the page when it was done. */
export interface Act<View> {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below `/api/v1`. */
  readonly path: string
  readonly body?: unknown
  /** Where to go then; without it the page is fetched again in place. Either way everything that is shown then is true. */
  readonly goTo?: (view: View) => string | null
}

/**
 * Sends acts one at a time and shows the page anew after each. `act` answers the refusals in words, for a form to show;
 * empty: it was done. The same act tried again after a lost connection carries the same key and is done once; one that is
 * tried again while its next page is on the way was done already.
 */
export function useAct(): { pending: boolean; act: <View>(act: Act<View>) => Promise<readonly FormRefusal[]> } {
  const { going, go, renew } = useGoing()
  const [pending, setPending] = useState(false)
  const key = useRef<string | null>(null)

  async function act<View>({ method, path, body, goTo }: Act<View>): Promise<readonly FormRefusal[]> {
    if (going) return []
    key.current ??= crypto.randomUUID()
    setPending(true)
    try {
      const sent = await send<View>(method, path, body, key.current)
      key.current = null
      if (!sent.ok) return refusalsOf(sent.problem)
      const next = goTo?.(sent.view) ?? null
      if (next === null) renew()
      else go(next)
      return []
    } finally {
      setPending(false)
    }
  }
  return { pending: pending || going, act }
}

/** The words of a refusal, with the fields to change where it names some. */
export function refusalsOf(problem: Problem): readonly FormRefusal[] {
  const fields = Array.isArray(problem.fields) ? (problem.fields as { field: string; message: string }[]) : []
  if (fields.length === 0)
    return [{ message: problem.title, ...(typeof problem.field === 'string' ? { field: problem.field } : {}) }]
  return fields.map(({ field, message }) => ({ field, message }))
}
