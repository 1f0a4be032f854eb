'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '../actions/button.tsx'
import { Notice } from '../text/notice.tsx'
import { CloseButton, Dialog, type DialogProps } from './dialog.tsx'
import { useClose } from './modal.tsx'

export type ConfirmDialogProps = Omit<DialogProps, 'children' | 'size' | 'placement'> & {
  /** What happens, and what cannot be undone. */
  readonly children: ReactNode
  /** The name of what is hurt, shown as it stands: the title of the meeting, the person. */
  readonly thing: ReactNode
  /** The act as a verb with its object: "Cancel the meeting", never "OK". */
  readonly confirmLabel: string
  /** Does it. A text that comes back is a refusal and stays on screen; nothing coming back closes the dialog. */
  readonly onConfirm: () => Promise<string | undefined>
}

/** A button, red unless it is `primary`, and, before the act, a dialog that names the thing and says what will happen. */
export function ConfirmDialog({
  thing,
  confirmLabel,
  onConfirm,
  children,
  variant = 'danger',
  ...dialog
}: ConfirmDialogProps) {
  return (
    <Dialog {...dialog} variant={variant}>
      <Confirmation {...{ thing, confirmLabel, onConfirm, variant }}>{children}</Confirmation>
    </Dialog>
  )
}

/** What stands in the dialog before an act that is asked about. */
export function Confirmation({
  thing,
  confirmLabel,
  onConfirm,
  variant = 'danger',
  children,
}: Pick<ConfirmDialogProps, 'thing' | 'confirmLabel' | 'onConfirm' | 'variant' | 'children'>) {
  // What the page is about hurts nobody: it is asked because others are asked by it.
  const isHarmless = variant === 'primary'
  return (
    <>
      <p className={`border-s-3 ps-3 font-serif text-lg ${isHarmless ? 'border-accent' : 'border-danger'}`}>{thing}</p>
      <div className="mt-3">{children}</div>
      <ConfirmButtons label={confirmLabel} act={onConfirm} variant={isHarmless ? 'primary' : 'danger'} />
    </>
  )
}

interface ButtonsProps {
  readonly label: string
  readonly act: ConfirmDialogProps['onConfirm']
  readonly variant: 'primary' | 'danger'
}

function ConfirmButtons({ label, act, variant }: ButtonsProps) {
  const t = useTranslations('components.page')
  const close = useClose()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const confirm = async () => {
    setPending(true)
    const answer = await act().catch(() => t('failed'))
    setPending(false)
    setRefusal(answer)
    if (answer === undefined) close()
  }
  return (
    <div className="mt-5 grid gap-4">
      {refusal && <Notice tone="refusal" title={refusal} live />}
      <div className="flex flex-wrap justify-end gap-2">
        <CloseButton>{t('cancel')}</CloseButton>
        <Button variant={variant} pending={pending} onClick={confirm}>
          {label}
        </Button>
      </div>
    </div>
  )
}
