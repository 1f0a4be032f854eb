'use client'
import { Printer } from 'lucide-react'
import { Button } from '#components/actions/button.tsx'

/** Prints the page. */
export function PrintButton({ label }: { readonly label: string }) {
  return (
    <Button size="small" icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {label}
    </Button>
  )
}
