import type { ReactNode } from 'react'

/** `now`: current or asked of the reader. `settled`: done, adopted. `waiting`: depends on somebody. `alert`: late, refused. `still`: nothing is asked. */
export type StateTone = 'now' | 'settled' | 'waiting' | 'alert' | 'still'

/** A state in a word with its icon. The tone only repeats what icon and word say. */
export function StateMark({
  tone = 'still',
  icon,
  children,
}: {
  tone?: StateTone
  icon: ReactNode
  children: ReactNode
}) {
  return (
    <span className="state-mark" data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
