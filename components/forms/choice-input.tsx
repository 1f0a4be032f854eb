import type { ComponentProps, ReactNode } from 'react'

/** How an answer is given: one of several, any of several, a setting that is on or off. */
type ChoiceLook = 'radio' | 'checkbox' | 'switch'

export type ChoiceInputProps = Omit<ComponentProps<'input'>, 'className' | 'type' | 'role'> & {
  readonly look: ChoiceLook
  /** Its label, and what is said of it. */
  readonly children: ReactNode
}

/** One answer: its control and, beside it, what it means. */
export function ChoiceInput({ look, children, ...rest }: ChoiceInputProps) {
  return (
    <div className="grid max-w-form grid-cols-[auto_minmax(0,1fr)] items-start gap-x-[0.65rem] py-[0.3rem] has-[>input:disabled]:text-soft [&>:not(input)]:col-start-2">
      <input
        {...rest}
        type={look === 'radio' ? 'radio' : 'checkbox'}
        role={look === 'switch' ? 'switch' : undefined}
        className="choice"
      />
      {children}
    </div>
  )
}
