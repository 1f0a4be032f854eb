import type { ComponentProps, ReactNode } from 'react'

/** How an answer is given: one of several, any of several, a setting that is on or off. */
type ChoiceLook = 'radio' | 'checkbox' | 'switch'

/** The browser's own control, drawn with its mark in `::before`. In forced colours drawn marks vanish: the system's come back. */
const always =
  'mt-[0.08rem] grid h-[1.3rem] appearance-none border border-edge bg-raised not-disabled:hover:border-ink checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:border-dashed before:content-[""] forced-colors:appearance-auto forced-colors:before:hidden'

const looks: Readonly<Record<ChoiceLook, string>> = {
  checkbox:
    'w-[1.3rem] place-content-center rounded-md before:invisible before:h-[0.7rem] before:w-[0.38rem] before:translate-y-[-0.08rem] before:rotate-45 before:border-on-accent before:[border-width:0_2px_2px_0] checked:before:visible',
  radio:
    'w-[1.3rem] place-content-center rounded-full before:invisible before:size-2 before:rounded-full before:bg-on-accent checked:before:visible',
  switch:
    'w-[2.4rem] content-center justify-start rounded-[1rem] p-[0.2rem] before:size-[0.8rem] before:rounded-full before:bg-soft checked:justify-end checked:before:bg-on-accent',
}

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
        className={`${always} ${looks[look]}`}
      />
      {children}
    </div>
  )
}
