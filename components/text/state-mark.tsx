import type { ReactNode } from 'react'

/** `now`: current or asked of the reader. `settled`: done, adopted. `waiting`: depends on somebody. `alert`: late, refused. `still`: nothing is asked. */
export type StateTone = 'now' | 'settled' | 'waiting' | 'alert' | 'still'

const tones: Readonly<Record<StateTone, string>> = {
  now: 'font-label text-accent',
  settled: 'font-label text-ink',
  waiting: 'font-label text-warning',
  alert: 'font-label text-danger',
  still: 'font-medium text-soft',
}

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
    <span
      className={`inline-flex items-baseline gap-[0.4em] text-sm [&>svg]:size-[1.1em] [&>svg]:translate-y-[0.16em] ${tones[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
