'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** One place in the main navigation. */
export type NavItem = {
  readonly href: string
  readonly label: string
  /** Only this very address is current, not those below it: for Home. */
  readonly exact?: boolean
}

export type NavLinksProps = {
  readonly items: readonly NavItem[]
}

/** The links of the main navigation: the one is marked whose page is on the screen, or one below it. */
export function NavLinks({ items }: NavLinksProps) {
  const path = usePathname()
  return (
    <ul>
      {items.map(({ href, label, exact = false }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            aria-current={path === href ? 'page' : !exact && path.startsWith(`${href}/`) ? 'true' : undefined}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
