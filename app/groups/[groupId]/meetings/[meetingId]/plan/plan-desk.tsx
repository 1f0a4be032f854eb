'use client'
import { LateDialogs } from '#components/overlays/late-dialogs.tsx'
import { latePart } from '#components/overlays/late-part.ts'
import { askPlan } from '#features/meetings/components/ask-plan.ts'

const lateDialogs = latePart(async () => (await import('./dialogs-with-passages.tsx')).DialogsWithPassages)

interface Props {
  readonly groupId: string
  readonly meetingId: string
}

/** What the buttons of a plan open. */
export function PlanDesk({ groupId, meetingId }: Props) {
  return (
    <LateDialogs
      words={['components.choices', 'meetings', 'texts.picker']}
      part={lateDialogs}
      ask={(opens) => askPlan(groupId, meetingId, opens)}
    />
  )
}
