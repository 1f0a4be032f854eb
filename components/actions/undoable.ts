'use client'
import { useTranslations } from 'next-intl'
import type { Act } from '#lib/api/contract.ts'
import { sendUnderKey } from '#lib/api/send.ts'
import { showToast } from '../overlays/toast.ts'
import { useGoing } from './use-going.ts'

/** How an act that was done is taken back: there is an act that undoes it, and nobody was told of it meanwhile. */
export type Undoing = {
  /** What was done, in words: "Marked as done". */
  readonly said: string
  /** What takes it back. */
  readonly act: Act
  /** Where to go once it is taken back; without it the page is fetched again in place. */
  readonly goTo?: string
}

/**
 * Says what was done, and offers to take it back for some seconds, as long as nothing else was done; `leadsTo`: the address to which the act
 * leads, if it does. The only place where an act of the API is undone by a toast.
 */
export function useUndoOffer(): (undoing: Undoing, leadsTo?: string) => void {
  const t = useTranslations('components.page')
  const { go, renew } = useGoing()
  const takeBack = async ({ act, goTo }: Undoing) => {
    const sent = await sendUnderKey(act, crypto.randomUUID()).catch(() => null)
    if (sent === null) return showToast({ message: t('failed') })
    // Why it is not taken back stands in the words of the refusal; the page shows how things are.
    showToast({ message: sent.ok ? t('undone') : sent.problem.title })
    if (sent.ok && goTo !== undefined) go(goTo)
    else renew()
  }
  return (undoing, leadsTo) =>
    showToast({
      message: undoing.said,
      undo: () => void takeBack(undoing),
      ...(leadsTo === undefined ? {} : { at: new URL(leadsTo, location.href).pathname }),
    })
}
