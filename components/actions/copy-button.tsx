'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showToast } from '../overlays/toast.ts'
import { Button } from './button.tsx'

export type CopyButtonProps = {
  /** What goes to the clipboard. */
  readonly text: string
  /** What is copied, in words: "Copy reference". Default: "Copy". */
  readonly label?: string
}

/** Copies and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useTranslations('components.page')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await (navigator.clipboard?.writeText(text) ?? copyBySelection(text))
    setCopied(true)
    showToast({ message: t('copied') })
  }
  const icon = copied ? <Check aria-hidden /> : <Copy aria-hidden />
  return (
    <Button variant="plain" size="small" icon={icon} onClick={copy} onBlur={() => setCopied(false)}>
      {label ?? t('copy')}
    </Button>
  )
}

/** The clipboard is closed to pages served without TLS; a selection may still be copied. */
async function copyBySelection(text: string): Promise<void> {
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
