import Link from 'next/link'
import type { ReactNode } from 'react'

export type TabsProps = {
  /** The accessible name of the navigation. */
  readonly label: string
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly badge?: ReactNode }[]
  /** The `href` of the tab on screen. */
  readonly current: string
}

/** Views of one thing, each with its own address: links, not script. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="steps" data-plain>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} prefetch={false} aria-current={tab.href === current ? 'page' : undefined}>
              {tab.label}
              {tab.badge}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
