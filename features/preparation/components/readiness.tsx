import { Check, CircleDashed, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Table } from '#components/collections/table.tsx'
import { Progress } from '#components/text/progress.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import type { PartyReadiness } from '../views.ts'

/** How far each party is: a word, a bar and a number, and never what it prepares. */
export function Readiness({ parties }: { readonly parties: readonly PartyReadiness[] }) {
  const t = useTranslations('preparation')
  return (
    <Table
      caption={t('readiness')}
      captionHidden
      columns={[
        { key: 'party', label: t('party') },
        { key: 'state', label: t('state') },
      ]}
      rows={parties.map((party) => ({
        id: party.partyId,
        cells: {
          party: (
            <>
              <bdi>{party.name}</bdi>
              {party.mine && <span className="block text-sm font-normal text-soft">{t('withOwn')}</span>}
            </>
          ),
          state: (
            <div className="grid min-w-40 gap-1">
              <ReadinessWord party={party} />
              {party.assigned > 0 && (
                <Progress
                  label={party.name}
                  labelHidden
                  value={party.done}
                  max={party.assigned}
                  text={t('ofCount', { done: party.done, assigned: party.assigned })}
                />
              )}
            </div>
          ),
        },
      }))}
    />
  )
}

function ReadinessWord({ party: { done, assigned } }: { readonly party: PartyReadiness }) {
  const t = useTranslations('preparation')
  if (assigned === 0) return <StateMark icon={<Minus aria-hidden />}>{t('nothingGiven')}</StateMark>
  if (done === assigned)
    return (
      <StateMark tone="settled" icon={<Check aria-hidden />}>
        {t('prepared')}
      </StateMark>
    )
  return (
    <StateMark tone="waiting" icon={<CircleDashed aria-hidden />}>
      {done === 0 ? t('unprepared') : t('partly')}
    </StateMark>
  )
}
