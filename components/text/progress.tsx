import type { ReactNode } from 'react'

export type ProgressProps = {
  /** What is counted. */
  readonly label: ReactNode
  readonly value: number
  readonly max: number
  /** How far it is, in words: "3 of 5". */
  readonly text: string
  /** The label is spoken only. */
  readonly labelHidden?: boolean
}

/** A share that is done, as a rule and in words. */
export function Progress({ label, value, max, text, labelHidden }: ProgressProps) {
  return (
    <label className="grid max-w-80 grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1">
      <span className={labelHidden ? 'sr-only' : ''}>{label}</span>
      <span className="col-start-2 text-sm text-soft tabular-nums">{text}</span>
      <progress
        className="col-span-2 block h-[0.4rem] w-full appearance-none overflow-hidden rounded-full border-0 bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        value={value}
        max={max}
        aria-valuetext={text}
      />
    </label>
  )
}
