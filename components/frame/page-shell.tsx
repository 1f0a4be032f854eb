import { Menu } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import { gutterLook } from './gutter.ts'
import { type NavItem, NavLinks } from './nav-links.tsx'
import { SkipLink } from './skip-link.tsx'

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

/**
 * The frame of every page: product and group, navigation, account, the page itself. The navigation needs no script. Where an element
 * of the page carries `data-foremost`, somebody stands there to act on its words: on a phone the heads above them shrink to what says
 * where one is; where it says `words`, those words are to be answered, and the heads shrink on a desk too.
 */
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
  const t = useTranslations('components.frame')
  return (
    <div className="group/page flex min-h-dvh flex-col" data-viewer={viewer}>
      <SkipLink href="#main">{t('skip')}</SkipLink>
      <header className="border-b border-line print:hidden">
        {banner && <div className="border-b border-line bg-sunk text-sm">{banner}</div>}
        <div className={gutterLook}>
          <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 py-[0.4rem] max-md:group-has-data-foremost/page:min-h-12 max-md:group-has-data-foremost/page:py-0.5">
            <Link
              href={product.href}
              prefetch={false}
              className="font-serif text-[1.25rem] font-title tracking-[-0.01em] text-ink"
            >
              {product.name}
            </Link>
            {group && (
              <div className="order-last -ms-2.5 min-w-0 basis-full max-md:group-has-data-foremost/page:hidden sm:order-none sm:ms-0 sm:basis-auto">
                {group}
              </div>
            )}
            <div className="ms-auto flex min-w-0 items-center justify-end gap-1">
              {account}
              {navigation.length > 0 && (
                <span className="contents md:hidden">
                  <Button size="bar" popoverTarget="site-nav" icon={<Menu aria-hidden />}>
                    {/* On the narrowest screens the picture says it: all three stand in one line. */}
                    <span className="max-[22rem]:sr-only">{t('navigation')}</span>
                  </Button>
                </span>
              )}
            </div>
          </div>
          {navigation.length > 0 && (
            <nav id="site-nav" popover="auto" aria-label={t('navigation')} className="site-nav">
              <NavLinks items={navigation} />
            </nav>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${gutterLook} flex-1 pb-20`}>
        {children}
      </main>
      {footer && (
        <footer className="border-t border-line text-sm text-soft print:hidden">
          <div className={`${gutterLook} py-5`}>{footer}</div>
        </footer>
      )}
    </div>
  )
}
