'use client'
import { useRef } from 'react'
import type { Act } from '#lib/api/contract.ts'
import { Confirmation, ConfirmDialog, type ConfirmDialogProps } from '../overlays/confirm-dialog.tsx'
import { Modal, type ModalProps } from '../overlays/modal.tsx'
import { isOutOfDate, useAct } from './use-act.ts'
import { useGoing } from './use-going.ts'

export type ConfirmActProps = Omit<ConfirmDialogProps, 'onConfirm'> & {
  /** What it does once confirmed: a route, with what that takes. */
  readonly act: Act
  /** Where to go when it was done; without it the page is fetched again in place. */
  readonly goTo?: string
}

/** A button that, once confirmed, does one act on the API that hurts. A refusal is said in the dialog. */
export function ConfirmAct({ act, goTo, closed, ...dialog }: ConfirmActProps) {
  const { confirm, over } = useConfirmed(act, goTo)
  const close = () => {
    over()
    closed?.()
  }
  return <ConfirmDialog {...dialog} closed={close} onConfirm={confirm} />
}

export type ConfirmingModalProps = Pick<ModalProps, 'title' | 'onClose'> &
  Pick<ConfirmActProps, 'act' | 'goTo' | 'thing' | 'confirmLabel' | 'children'>

/** The same question, standing open, where its button stands elsewhere (`OpensDialog`). */
export function ConfirmingModal({ title, onClose, act, goTo, ...question }: ConfirmingModalProps) {
  const { confirm, over } = useConfirmed(act, goTo)
  const close = () => {
    over()
    onClose()
  }
  return (
    <Modal title={title} onClose={close}>
      <Confirmation {...question} onConfirm={confirm} />
    </Modal>
  )
}

/** `confirm` does it, and answers why not, in words; `over`: the dialog is closed. */
function useConfirmed(whole: Act, goTo: string | undefined) {
  const { act } = useAct()
  const { renew } = useGoing()
  const isStale = useRef(false)
  const confirm = async (): Promise<string | undefined> => {
    const refusals = await act(
      whole,
      () => goTo ?? null,
      (problem) => {
        isStale.current = isOutOfDate(problem)
        return undefined
      },
    )
    return refusals[0]?.message
  }
  // What was refused is read first; then the page says what it was refused for.
  const over = () => {
    if (isStale.current) renew()
    isStale.current = false
  }
  return { confirm, over }
}
