import { Check, CircleDashed, Hand, Hourglass, MessageSquareWarning, MoveRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Table } from '#components/collections/table.tsx'
import { PersonName } from '#components/text/person-name.tsx'
import { StateMark, type StateTone } from '#components/text/state-mark.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import type { StanceKind } from '#domain/conclusion/stance.ts'
import type { SideRef } from '#domain/record/entry.ts'
import { signInMethods } from '#lib/db/viewer.ts'
import type { StanceView } from '../views/conclusion.ts'
import { LastDay } from './last-day.tsx'

type Props = {
  readonly version: number
  readonly deciders: readonly SideRef[]
  readonly stances: readonly StanceView[]
  readonly zone: string
}

/** Who answered, how, when, by whom and how they had signed in; and who has not. */
export function StancesTable({ version, deciders, stances, zone }: Props) {
  const t = useTranslations('conclusions')
  const inPerson = deciders.every(({ kind }) => kind === 'person')
  const rows = deciders.map((side) => {
    const stance = stances.find((one) => one.side.id === side.id)
    return {
      id: side.id,
      cells: {
        side: <bdi>{side.name}</bdi>,
        answer: (
          <AnswerOf
            stance={stance}
            zone={zone}
            first={stance?.kind !== undefined && stances.find(({ kind }) => kind === stance.kind) === stance}
          />
        ),
        by: stance ? <GivenBy name={stance.givenBy.name} method={stance.signInMethod} /> : '–',
        when: stance ? <Time instant={stance.givenAt} zone={zone} /> : '–',
      },
    }
  })
  return (
    <Table
      caption={t('stances.caption', { version })}
      captionHidden
      columns={[
        { key: 'side', label: t(inPerson ? 'stances.person' : 'stances.side'), term: 'decider' },
        { key: 'answer', label: t('stances.answer') },
        { key: 'by', label: t('stances.by') },
        { key: 'when', label: t('stances.when') },
      ]}
      rows={rows}
    />
  )
}

const marks: Readonly<Record<StanceKind, { tone: StateTone; icon: ReactNode }>> = {
  consent: { tone: 'settled', icon: <Check aria-hidden /> },
  'consent-with-reservation': { tone: 'settled', icon: <MessageSquareWarning aria-hidden /> },
  'ad-referendum': { tone: 'waiting', icon: <Hourglass aria-hidden /> },
  'stand-aside': { tone: 'still', icon: <MoveRight className="rtl:-scale-x-100" aria-hidden /> },
  object: { tone: 'alert', icon: <Hand aria-hidden /> },
}

type AnswerProps = {
  readonly stance: StanceView | undefined
  readonly zone: string
  /** Its kind stands here first in the table. */
  readonly first: boolean
}

function AnswerOf({ stance, zone, first }: AnswerProps) {
  const t = useTranslations('conclusions')
  if (stance === undefined) return <StateMark icon={<CircleDashed aria-hidden />}>{t('stances.missing')}</StateMark>
  const { kind, words, referendumBy, referendumZone, principals } = stance
  return (
    <div className="grid gap-1">
      <StateMark {...marks[kind]}>
        <Term of={kind} first={first}>
          {t(`stance.${kind}`)}
        </Term>
      </StateMark>
      {words !== null && (
        <p className="font-serif whitespace-pre-wrap" dir="auto">
          {words}
        </p>
      )}
      {referendumBy !== null && principals === null && (
        <p className="text-sm">
          {t('stances.until')} <LastDay instant={referendumBy} ends={referendumZone} zone={zone} />
        </p>
      )}
      {principals !== null && (
        <p className="text-sm">
          {t(`stances.${principals.word}`)}: <GivenBy name={principals.by.name} method={principals.signInMethod} />,{' '}
          <Time instant={principals.at} zone={zone} />
        </p>
      )}
    </div>
  )
}

function GivenBy({ name, method }: { readonly name: string; readonly method: string }) {
  const t = useTranslations('conclusions.signIn')
  const known = signInMethods.find((one) => one === method)
  return (
    <>
      <PersonName name={name} /> {known && <span className="text-sm text-soft">{t(known)}</span>}
    </>
  )
}
