import { Menu } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NavLink } from './nav-link.tsx'

/** One place in the main navigation. */
export type NavItem = { readonly href: string; readonly label: string; readonly exact?: boolean }

export type PageShellProps = {
  readonly product: { readonly name: string; readonly href: string }
  /** Empty before sign-in. */
  readonly navigation?: readonly NavItem[]
  /** The group one is in, or a popover that changes it. */
  readonly group?: ReactNode
  /** The id of whoever is signed in: what they type is kept under it. */
  readonly viewer?: string
  /** Who one is; usually a `Menu`. */
  readonly account?: ReactNode
  /** Above everything: "this is the demo". */
  readonly banner?: ReactNode
  /** Below everything. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: product and group, navigation, account, the page itself. The navigation needs no script. */
export function PageShell({
  product,
  navigation = [],
  group,
  viewer,
  account,
  banner,
  footer,
  children,
}: PageShellProps) {
  const t = useTranslations('components')
  return (
    <div className="flex min-h-dvh flex-col" data-viewer={viewer}>
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="site-chrome border-b border-line">
        {banner && <div className="border-b border-line bg-sunk text-sm">{banner}</div>}
        <div className="shell-gutter">
          <div className="top-bar">
            <Link href={product.href} prefetch={false} className="product-name">
              {product.name}
            </Link>
            {group && (
              <div className="order-last -ms-2.5 min-w-0 basis-full sm:order-none sm:ms-0 sm:basis-auto">{group}</div>
            )}
            <div className="ms-auto flex min-w-0 items-center justify-end gap-1">
              {account}
              {navigation.length > 0 && (
                <button type="button" className="button site-nav-button" data-variant="quiet" popoverTarget="site-nav">
                  <Menu className="icon" aria-hidden />
                  {t('navigation')}
                </button>
              )}
            </div>
          </div>
          {navigation.length > 0 && (
            <nav id="site-nav" popover="auto" aria-label={t('navigation')} className="site-nav">
              <ul>
                {navigation.map(({ label, ...link }) => (
                  <li key={link.href}>
                    <NavLink {...link}>{label}</NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="shell-gutter flex-1 pb-20">
        {children}
      </main>
      {footer && (
        <footer className="site-chrome border-t border-line text-sm text-soft">
          <div className="shell-gutter py-5">{footer}</div>
        </footer>
      )}
    </div>
  )
}
