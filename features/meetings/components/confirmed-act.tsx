'use client'
import type { ReactNode } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { ConfirmDialog } from '#components/overlays/confirm-dialog.tsx'

type Props = {
  readonly label: string
  /** The button's accessible name where others beside it have the same words: these, and their object. */
  readonly name?: string
  readonly title: string
  readonly thing: string
  readonly confirmLabel: string
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** Path below `/api/v1`. */
  readonly path: string
  readonly body?: object
  readonly buttonSize?: 'small'
  readonly variant?: 'danger' | 'plain'
  readonly children: ReactNode
}

/** An act that hurts, after it was confirmed. */
export function ConfirmedAct({ method, path, body, children, ...dialog }: Props) {
  const { act } = useAct()
  return (
    <ConfirmDialog
      {...dialog}
      onConfirm={async () => (await act({ method, path, ...(body === undefined ? {} : { body }) }))[0]?.message}
    >
      {children}
    </ConfirmDialog>
  )
}
