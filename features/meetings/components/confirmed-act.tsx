'use client'
import type { ReactNode } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { ConfirmDialog } from '#components/overlays/confirm-dialog.tsx'
import type { Act } from '#lib/api/contract.ts'

type Props = {
  readonly label: string
  /** The button's accessible name where others beside it have the same words: these, and their object. */
  readonly name?: string
  readonly title: string
  readonly thing: string
  readonly confirmLabel: string
  /** What it does once confirmed: a route, with what that takes. */
  readonly act: Act
  readonly buttonSize?: 'small'
  readonly variant?: 'danger' | 'plain'
  readonly children: ReactNode
}

/** An act that hurts, after it was confirmed. */
export function ConfirmedAct({ act: whole, children, ...dialog }: Props) {
  const { act } = useAct()
  return (
    <ConfirmDialog {...dialog} onConfirm={async () => (await act(whole))[0]?.message}>
      {children}
    </ConfirmDialog>
  )
}
