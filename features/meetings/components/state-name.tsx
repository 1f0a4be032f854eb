import { Archive, CalendarCheck, CircleDot, CircleSlash, MessagesSquare, PenLine, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateMark, type StateTone } from '#components/text/state-mark.tsx'
import { Term } from '#components/text/term.tsx'
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

type Props = {
  readonly state: MeetingState
  readonly proposed: boolean
  readonly declined: boolean
  /** It stands here first on the page: what is a term is explained. Default false. */
  readonly first?: boolean
}

/** The state of a meeting in a word with its icon. */
export function MeetingStateName({ state, proposed, declined, first = false }: Props) {
  const t = useTranslations('meetings.state')
  const shown: Shown = proposed ? 'proposed' : declined ? 'declined' : state
  return (
    <StateMark {...marks[shown]}>
      <Term of={shown === 'closed' ? 'closed' : null} first={first}>
        {t(shown)}
      </Term>
    </StateMark>
  )
}
