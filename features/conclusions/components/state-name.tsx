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
import { Term, type TermKey } from '#components/text/term.tsx'
import type { OutcomeSoFar } from '#domain/conclusion/standing.ts'

const marks: Readonly<Record<OutcomeSoFar, { tone: StateTone; icon: ReactNode }>> = {
  draft: { tone: 'still', icon: <PenLine aria-hidden /> },
  undecided: { tone: 'now', icon: <CircleDot aria-hidden /> },
  'blocked-by-objection': { tone: 'alert', icon: <Ban aria-hidden /> },
  'too-few-consents': { tone: 'alert', icon: <CircleSlash aria-hidden /> },
  'too-many-stand-aside': { tone: 'alert', icon: <CircleSlash aria-hidden /> },
  'ad-referendum': { tone: 'waiting', icon: <Hourglass aria-hidden /> },
  adopted: { tone: 'settled', icon: <Check aria-hidden /> },
  superseded: { tone: 'still', icon: <History aria-hidden /> },
  declined: { tone: 'alert', icon: <X aria-hidden /> },
  lapsed: { tone: 'alert', icon: <TimerOff aria-hidden /> },
  withdrawn: { tone: 'still', icon: <Clock aria-hidden /> },
  diverged: { tone: 'still', icon: <GitFork aria-hidden /> },
  recorded: { tone: 'settled', icon: <GitFork aria-hidden /> },
}

/** What a state is called in the glossary, where it is a term. */
const termOf: Readonly<Partial<Record<OutcomeSoFar, TermKey>>> = {
  draft: 'draft',
  undecided: 'put',
  'blocked-by-objection': 'object',
  'too-many-stand-aside': 'stand-aside',
  'ad-referendum': 'fixed',
  adopted: 'adopted',
  superseded: 'superseded',
  declined: 'declined',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
  diverged: 'divergence',
  recorded: 'divergence',
}

type Props = {
  readonly outcome: OutcomeSoFar
  /** It stands here first on the page: its term is explained. Default false. */
  readonly first?: boolean
  /** It belongs to a study session, whose participants answer, not parties. Default false. */
  readonly inStudy?: boolean
}

/** Where a conclusion stands, in a word with its icon. */
export function ConclusionStateName({ outcome, first = false, inStudy = false }: Props) {
  const t = useTranslations('conclusions.state')
  return (
    <StateMark {...marks[outcome]}>
      <Term of={termOf[outcome] ?? null} first={first}>
        {t(inStudy && outcome === 'undecided' ? 'undecidedInStudy' : outcome)}
      </Term>
    </StateMark>
  )
}
