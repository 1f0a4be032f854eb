import Link from 'next/link'
import type { ComponentProps } from 'react'

export type TextLinkProps = Omit<ComponentProps<typeof Link>, 'prefetch'> & {
  /** `inline` (default): underlined among words. `title`: the name of a thing in a list, underlined on approach. */
  readonly look?: 'inline' | 'title'
}

/** A link inside the product. Nothing is fetched before it is followed. */
export function TextLink({ look = 'inline', className = '', ...rest }: TextLinkProps) {
  return <Link {...rest} prefetch={false} className={`${look === 'title' ? 'link-title' : 'link'} ${className}`} />
}
