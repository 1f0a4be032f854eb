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
            {index > 0 && (
              <span aria-hidden className="me-2">
                /
              </span>
            )}
            <TextLink look="soft" href={step.href}>
              {step.label}
            </TextLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
