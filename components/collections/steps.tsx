import { Check } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { FloatingBox } from '../overlays/floating-box.tsx'

/** One step of a procedure. Without `href` it cannot be entered yet. */
export type Step = {
  readonly id: string
  readonly label: string
  readonly href?: string
  /** Without `href`: why it cannot be entered, told to whoever presses it. */
  readonly why?: string
  /** Behind us. Shown by a tick, and spoken. */
  readonly done?: boolean
}

export type StepsProps = {
  /** The accessible name of the navigation. */
  readonly label: string
  readonly steps: readonly Step[]
  /** The `id` of the step on screen. */
  readonly current: string
}

/** Plan → Prepare → Floor → Conclusions → Record: plain links in their order; the current one is marked by weight, rule and `aria-current`. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.id}>
            <StepName step={step} ordinal={index + 1} current={step.id === current} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

type StepNameProps = { step: Step; ordinal: number; current: boolean }

function StepName({ step, ordinal, current }: StepNameProps) {
  const t = useTranslations('components.page')
  const whyId = useId()
  const name = (
    <>
      {step.done ? (
        <Check role="img" aria-label={t('done')} />
      ) : (
        <span className="steps-ordinal" aria-hidden>
          {ordinal}
        </span>
      )}
      {step.label}
    </>
  )
  if (!step.href && step.why)
    return (
      <>
        <button type="button" data-off popoverTarget={whyId}>
          {name}
        </button>
        <FloatingBox id={whyId} className="px-4 py-3 whitespace-normal">
          {step.why}
        </FloatingBox>
      </>
    )
  if (!step.href) return <span data-off>{name}</span>
  return (
    <Link href={step.href} prefetch={false} aria-current={current ? 'step' : undefined}>
      {name}
    </Link>
  )
}
