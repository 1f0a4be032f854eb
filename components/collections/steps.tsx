import { Check } from 'lucide-react'
import Link from 'next/link'

/** One step of a procedure. Without `href` it cannot be entered yet. */
export type Step = {
  readonly id: string
  readonly label: string
  readonly href?: string
  /** Behind us. Shown by a tick and spoken with `doneLabel`. */
  readonly done?: boolean
}

export type StepsProps = {
  /** The accessible name of the navigation. */
  readonly label: string
  readonly steps: readonly Step[]
  /** The `id` of the step on screen. */
  readonly current: string
  /** Spoken after a step that is done. */
  readonly doneLabel: string
}

/** What is only spoken is laid out within its step. On a phone the five names stand in one line; number, tick and connector go. */
const stepLook =
  'relative flex flex-none items-center not-first:before:mx-1 not-first:before:w-5 not-first:before:border-t not-first:before:border-edge not-first:before:content-[""] max-[30rem]:not-first:before:mx-[0.2rem] max-[30rem]:not-first:before:w-0 max-[30rem]:not-first:before:border-0'
const aside = 'max-[30rem]:absolute max-[30rem]:[clip-path:inset(50%)]'
const nameLook =
  '-mb-px inline-flex items-baseline gap-2 border-b-2 border-transparent px-[0.35rem] pt-[0.7rem] pb-[0.6rem] whitespace-nowrap text-soft max-[30rem]:px-[0.1rem]'
const linkLook =
  '-outline-offset-3 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink'

/** Plan → Prepare → Floor → Conclusions → Record: plain links in their order; the current one is marked by weight, rule and `aria-current`. */
export function Steps({ label, steps, current, doneLabel }: StepsProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex flex-wrap border-b border-line max-[30rem]:justify-between max-[30rem]:text-sm/[inherit]">
        {steps.map((step, index) => (
          <li key={step.id} className={stepLook}>
            <StepName step={step} ordinal={index + 1} current={step.id === current} doneLabel={doneLabel} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

type StepNameProps = { step: Step; ordinal: number; current: boolean; doneLabel: string }

function StepName({ step, ordinal, current, doneLabel }: StepNameProps) {
  const name = (
    <>
      {step.done ? (
        <Check className={`self-center ${aside}`} role="img" aria-label={doneLabel} />
      ) : (
        <span className={`font-serif text-[1.05em] lining-nums ${aside}`} aria-hidden>
          {ordinal}
        </span>
      )}
      {step.label}
    </>
  )
  if (!step.href) return <span className={nameLook}>{name}</span>
  return (
    <Link
      href={step.href}
      prefetch={false}
      aria-current={current ? 'step' : undefined}
      className={`${nameLook} ${linkLook}`}
    >
      {name}
    </Link>
  )
}
