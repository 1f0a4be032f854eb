'use client'
import type { Act } from '#lib/api/contract.ts'
import { ConfirmDialog, type ConfirmDialogProps } from '../overlays/confirm-dialog.tsx'
import { useAct } from './use-act.ts'

export type ConfirmActProps = Omit<ConfirmDialogProps, 'onConfirm'> & {
  /** What it does once confirmed: a route, with what that takes. */
  readonly act: Act
  /** Where to go when it was done; without it the page is fetched again in place. */
  readonly goTo?: string
}

/** A button that, once confirmed, does one act on the API that hurts. A refusal is said in the dialog. */
export function ConfirmAct({ act: whole, goTo, ...dialog }: ConfirmActProps) {
  const { act } = useAct()
  async function confirm() {
    const refusals = await act(whole, () => goTo ?? null)
    return refusals[0]?.message
  }
  return <ConfirmDialog {...dialog} onConfirm={confirm} />
}
