'use client'
import type { Act } from '#lib/api/contract.ts'
import { Confirmation, ConfirmDialog, type ConfirmDialogProps } from '../overlays/confirm-dialog.tsx'
import { Modal, type ModalProps } from '../overlays/modal.tsx'
import { useAct } from './use-act.ts'

export type ConfirmActProps = Omit<ConfirmDialogProps, 'onConfirm'> & {
  /** What it does once confirmed: a route, with what that takes. */
  readonly act: Act
  /** Where to go when it was done; without it the page is fetched again in place. */
  readonly goTo?: string
}

/** A button that, once confirmed, does one act on the API that hurts. A refusal is said in the dialog. */
export function ConfirmAct({ act, goTo, ...dialog }: ConfirmActProps) {
  return <ConfirmDialog {...dialog} onConfirm={useConfirmed(act, goTo)} />
}

export type ConfirmingModalProps = Pick<ModalProps, 'title' | 'onClose'> &
  Pick<ConfirmActProps, 'act' | 'goTo' | 'thing' | 'confirmLabel' | 'children'>

/** The same question, standing open, where its button stands elsewhere (`OpensDialog`). */
export function ConfirmingModal({ title, onClose, act, goTo, ...question }: ConfirmingModalProps) {
  const onConfirm = useConfirmed(act, goTo)
  return (
    <Modal title={title} onClose={onClose}>
      <Confirmation {...question} onConfirm={onConfirm} />
    </Modal>
  )
}

/** Does it; answers why not, in words. */
function useConfirmed(whole: Act, goTo: string | undefined): () => Promise<string | undefined> {
  const { act } = useAct()
  return async () => {
    const refusals = await act(whole, () => goTo ?? null)
    return refusals[0]?.message
  }
}
