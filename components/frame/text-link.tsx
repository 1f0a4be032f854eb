import Link from 'next/link'
import type { ComponentProps } from 'react'

/** `inline`: underlined among words. `soft`: the same where it is no matter of its own. `title`: the name of a thing in a list, underlined on approach. `reference`: the number of a passage. */
type LinkLook = 'inline' | 'soft' | 'title' | 'reference'

const underlined = 'underline decoration-current/45 hover:decoration-current hover:decoration-2'
const approached = 'underline decoration-transparent near:text-accent near:decoration-current'

/** Among words in the accent, but where what stands around it sets `--link`. */
const looks: Readonly<Record<LinkLook, string>> = {
  inline: `${underlined} text-(color:--link,var(--color-accent))`,
  soft: `${underlined} text-soft hover:text-ink`,
  title: `${approached} text-ink`,
  reference: `${approached} inline-block min-w-6 font-sans text-sm/[1.5] font-[450] whitespace-nowrap text-soft tabular-nums`,
}

export type TextLinkProps = Omit<ComponentProps<typeof Link>, 'prefetch'> & {
  /** Default `inline`. */
  readonly look?: LinkLook
}

/** A link inside the product. Nothing is fetched before it is followed. */
export function TextLink({ look = 'inline', className = '', ...rest }: TextLinkProps) {
  return <Link {...rest} prefetch={false} className={`${looks[look]} ${className}`} />
}

/** A link that the browser follows, not the router: to another place of this page, to another site. */
export function TextAnchor(props: Omit<ComponentProps<'a'>, 'className'>) {
  return <a {...props} className={looks.inline} />
}
