'use client'
import { useEffect, useRef } from 'react'
import type { Act } from '#lib/api/contract.ts'
import { FieldHint } from '../forms/field-hint.tsx'
import { useRefused } from '../forms/use-refused.ts'
import { showToast } from '../overlays/toast.ts'
import { Button, type ButtonProps } from './button.tsx'
import { type Undoing, useUndoOffer } from './undoable.ts'
import { isOutOfDate, useAct } from './use-act.ts'
import { useGoing } from './use-going.ts'

export type ActButtonProps = Omit<ButtonProps, 'onClick' | 'pending'> & {
  /** What it does: a route, with what that takes. */
  readonly act: Act
  /** Where to go when it was done; without it the page is fetched again in place. */
  readonly goTo?: string
  /** Offered once it was done: how to take it back. */
  readonly undo?: Undoing
  /** Said once it was done, where that does not show by itself: "Taken back." */
  readonly said?: string
}

/** A button that does one act on the API. A refusal is said beside it, and the page is fetched again. An act that hurts belongs into a ConfirmDialog. */
export function ActButton({ act: whole, goTo, undo, said, children, ...look }: ActButtonProps) {
  const { pending, act } = useAct()
  const offerUndo = useUndoOffer()
  const { renew } = useGoing()
  const [refusal, setRefusal] = useRefused<string>()
  useSaidStill(refusal)
  async function press() {
    const refusals = await act(
      whole,
      () => goTo ?? null,
      (problem) => {
        if (isOutOfDate(problem)) renew()
        return undefined
      },
    )
    setRefusal(refusals[0]?.message ?? null)
    if (refusals.length > 0 || pending) return
    if (undo !== undefined) offerUndo(undo, goTo)
    if (said !== undefined) showToast({ message: said })
  }
  return (
    <>
      <Button {...look} pending={pending} onClick={press}>
        {children}
      </Button>
      {refusal !== null && <FieldHint role="alert">{refusal}</FieldHint>}
    </>
  )
}

/** A refusal whose button goes because the page that is fetched again offers the act no more is said at the edge of the page. */
function useSaidStill(refusal: string | null): void {
  const said = useRef<{ readonly refusal: string; readonly href: string } | null>(null)
  useEffect(() => {
    said.current = refusal === null ? null : { refusal, href: window.location.href }
  }, [refusal])
  useEffect(
    () => () => {
      if (said.current?.href === window.location.href) showToast({ message: said.current.refusal })
    },
    [],
  )
}
