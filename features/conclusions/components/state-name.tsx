import {
  Ban,
  Check,
  CircleDot,
  CircleSlash,
  Clock,
  GitFork,
  History,
  Hourglass,
  PenLine,
  TimerOff,
  X,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateMark, type StateTone } from '#components/text/state-mark.tsx'
import type { OutcomeSoFar } from '#domain/conclusion/standing.ts'

const marks: Readonly<Record<OutcomeSoFar, { tone: StateTone; icon: ReactNode }>> = {
  draft: { tone: 'still', icon: <PenLine className="icon" aria-hidden /> },
  undecided: { tone: 'now', icon: <CircleDot className="icon" aria-hidden /> },
  'blocked-by-objection': { tone: 'alert', icon: <Ban className="icon" aria-hidden /> },
  'too-few-consents': { tone: 'alert', icon: <CircleSlash className="icon" aria-hidden /> },
  'too-many-stand-aside': { tone: 'alert', icon: <CircleSlash className="icon" aria-hidden /> },
  'ad-referendum': { tone: 'waiting', icon: <Hourglass className="icon" aria-hidden /> },
  adopted: { tone: 'settled', icon: <Check className="icon" aria-hidden /> },
  superseded: { tone: 'still', icon: <History className="icon" aria-hidden /> },
  declined: { tone: 'alert', icon: <X className="icon" aria-hidden /> },
  lapsed: { tone: 'alert', icon: <TimerOff className="icon" aria-hidden /> },
  withdrawn: { tone: 'still', icon: <Clock className="icon" aria-hidden /> },
  diverged: { tone: 'still', icon: <GitFork className="icon" aria-hidden /> },
  recorded: { tone: 'settled', icon: <GitFork className="icon" aria-hidden /> },
}

/** Where a conclusion stands, in a word with its icon. */
export function ConclusionStateName({ outcome }: { readonly outcome: OutcomeSoFar }) {
  const t = useTranslations('conclusions.state')
  return <StateMark {...marks[outcome]}>{t(outcome)}</StateMark>
}
