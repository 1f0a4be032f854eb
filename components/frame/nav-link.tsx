'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export type NavLinkProps = {
  readonly href: string
  /** Only this very address is current, not those below it: for Home. */
  readonly exact?: boolean
  readonly children: ReactNode
}

/** A link of the main navigation that knows when the page on screen is its own or lies below it. */
export function NavLink({ href, exact = false, children }: NavLinkProps) {
  const path = usePathname()
  const current = path === href ? 'page' : !exact && path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Link href={href} prefetch={false} aria-current={current}>
      {children}
    </Link>
  )
}
