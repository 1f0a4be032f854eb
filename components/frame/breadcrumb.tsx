import { TextLink } from './text-link.tsx'

export type BreadcrumbProps = {
  /** The accessible name of the navigation. */
  readonly label: string
  /** From the top down to the parent of this page; the page's own name stands in its header. */
  readonly trail: readonly { readonly href: string; readonly label: string }[]
}

/** The way up. */
export function Breadcrumb({ label, trail }: BreadcrumbProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-baseline gap-x-2">
        {trail.map((step, index) => (
          <li key={step.href} className="min-w-0">
            <TextLink look="soft" href={step.href}>
              {step.label}
            </TextLink>
            {/* With the last word before it: a line never begins with what parts two steps. */}
            {index < trail.length - 1 && <span aria-hidden>{'\u00a0/'}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
