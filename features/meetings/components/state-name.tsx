import { Archive, CalendarCheck, CircleDot, CircleSlash, MessagesSquare, PenLine, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateMark, type StateTone } from '#components/text/state-mark.tsx'
import { Term, type TermKey } from '#components/text/term.tsx'
import type { MeetingState } from '#domain/meeting/meeting.ts'

type Shown = MeetingState | 'proposed' | 'declined'

const marks: Readonly<Record<Shown, { tone: StateTone; icon: ReactNode }>> = {
  draft: { tone: 'still', icon: <PenLine aria-hidden /> },
  proposed: { tone: 'waiting', icon: <Send aria-hidden /> },
  declined: { tone: 'still', icon: <CircleSlash aria-hidden /> },
  scheduled: { tone: 'settled', icon: <CalendarCheck aria-hidden /> },
  open: { tone: 'now', icon: <CircleDot aria-hidden /> },
  closed: { tone: 'waiting', icon: <MessagesSquare aria-hidden /> },
  agreed: { tone: 'settled', icon: <Archive aria-hidden /> },
  cancelled: { tone: 'still', icon: <CircleSlash aria-hidden /> },
}

/** What a state is called in the glossary, where it is a term. */
const termOf: Readonly<Partial<Record<Shown, TermKey>>> = {
  proposed: 'proposal',
  declined: 'declined',
  closed: 'closed',
  agreed: 'record-agreed',
}

type Props = {
  readonly state: MeetingState
  readonly proposed: boolean
  readonly declined: boolean
  /** It stands here first on the page: its term is explained. Default false. */
  readonly first?: boolean
}

/** What is shown as the state of a meeting. */
export function stateOf({ state, proposed, declined }: Omit<Props, 'first'>): Shown {
  return proposed ? 'proposed' : declined ? 'declined' : state
}

/** The state of a meeting in a word with its icon. */
export function MeetingStateName({ state, proposed, declined, first = false }: Props) {
  const t = useTranslations('meetings.state')
  const shown = stateOf({ state, proposed, declined })
  return (
    <StateMark {...marks[shown]}>
      <Term of={termOf[shown] ?? null} first={first}>
        {t(shown)}
      </Term>
    </StateMark>
  )
}
