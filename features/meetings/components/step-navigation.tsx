'use client'
import { useSelectedLayoutSegment } from 'next/navigation'
import { type Step, Steps } from '#components/collections/steps.tsx'

type Props = {
  readonly label: string
  /** Address of the meeting, below which each step stands under its id. */
  readonly base: string
  /** One that says why cannot be entered. */
  readonly steps: readonly Omit<Step, 'href'>[]
}

/** The five steps; knows by the address on which of them one is. */
export function StepNavigation({ label, base, steps }: Props) {
  const current = useSelectedLayoutSegment() ?? 'plan'
  const linked = steps.map((step) => (step.why === undefined ? { ...step, href: `${base}/${step.id}` } : step))
  return <Steps label={label} steps={linked} current={current} />
}
