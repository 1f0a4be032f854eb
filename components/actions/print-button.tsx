'use client'
import { Printer } from 'lucide-react'
import { Button, type ButtonLook } from './button.tsx'

/** Opens the browser's own dialog of printing, which also makes a PDF. */
export function PrintButton({ label, ...look }: ButtonLook & { readonly label: string }) {
  return (
    <Button size="small" {...look} icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {label}
    </Button>
  )
}
