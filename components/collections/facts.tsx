import { Fragment, type ReactNode } from 'react'

export type FactsProps = {
  readonly facts: readonly {
    readonly name: string
    /** What stands there in place of the name, such as a term that is explained. */
    readonly label?: ReactNode
    readonly value: ReactNode
  }[]
}

/** Names and facts, set like an imprint. A fact without a value is left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid content-start gap-x-6 gap-y-[0.15rem] tabular-nums sm:grid-cols-[minmax(7rem,max-content)_minmax(0,1fr)] sm:gap-y-[0.45rem] [&>dt]:text-soft max-sm:[&>dt:not(:first-child)]:mt-[0.6rem] sm:[&>dd]:col-start-2 sm:[&>dt]:col-start-1 sm:[&>dt]:max-w-64">
      {facts.map(({ name, label = name, value }) =>
        value === null || value === undefined ? null : (
          <Fragment key={name}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}
