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

/** In a row the rule of the page on screen stands below its name, in a list before it. */
const navLook =
  'inline-flex min-h-11 items-center border-b-2 border-transparent font-medium text-soft hover:border-line hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink max-md:-ms-[0.6rem] max-md:flex max-md:min-h-12 max-md:border-0 max-md:ps-[0.6rem] max-md:aria-[current]:border-s-3 max-md:aria-[current]:ps-[calc(0.6rem-3px)]'

/** A link of the main navigation that knows when the page on screen is its own or lies below it. */
export function NavLink({ href, exact = false, children }: NavLinkProps) {
  const path = usePathname()
  const current = path === href ? 'page' : !exact && path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Link href={href} prefetch={false} aria-current={current} className={navLook}>
      {children}
    </Link>
  )
}
