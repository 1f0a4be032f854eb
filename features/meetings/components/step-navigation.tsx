'use client'
import { useSelectedLayoutSegment } from 'next/navigation'
import { type Step, Steps } from '#components/collections/steps.tsx'

type Props = { readonly label: string; readonly steps: readonly Step[] }

/** The five steps; knows by the address on which of them one is. */
export function StepNavigation(props: Props) {
  return <Steps {...props} current={useSelectedLayoutSegment() ?? 'plan'} />
}
