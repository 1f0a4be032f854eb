'use client'
import { ConfirmDialog, type ConfirmDialogProps } from '../overlays/confirm-dialog.tsx'
import { type Act, useAct } from './use-act.ts'

export type ConfirmActProps = Omit<ConfirmDialogProps, 'onConfirm'> &
  Pick<Act<unknown>, 'method' | 'path' | 'body'> & {
    /** Where to go when it was done; without it the page is fetched again in place. */
    readonly goTo?: string
  }

/** A button that, once confirmed, does one act on the API that hurts. A refusal is said in the dialog. */
export function ConfirmAct({ method, path, body, goTo, ...dialog }: ConfirmActProps) {
  const { act } = useAct()
  async function confirm() {
    const refusals = await act({ method, path, body, ...(goTo === undefined ? {} : { goTo: () => goTo }) })
    return refusals[0]?.message
  }
  return <ConfirmDialog {...dialog} onConfirm={confirm} />
}
