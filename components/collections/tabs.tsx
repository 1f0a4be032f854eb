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
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-x-5 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.href === current ? 'page' : undefined}
              className="-mb-px inline-flex items-baseline gap-2 border-b-2 border-transparent px-[0.35rem] pt-[0.7rem] pb-[0.6rem] whitespace-nowrap text-soft -outline-offset-3 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {tab.label}
              {tab.badge}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
