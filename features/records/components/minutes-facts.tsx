import { useTranslations } from 'next-intl'
import { Facts } from '#components/collections/facts.tsx'
import { Time } from '#components/text/time.tsx'
import type { WarningText } from '#domain/record/plan-entry.ts'
import { sayIn } from '#lib/words/say.ts'
import { withSpans } from '#lib/words/spans.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { RecordView } from '../queries/record.ts'

type Props = { readonly minutes: RecordView['minutes']; readonly zone: string }

/** When and where, between whom, under whom. */
export function MinutesFacts({ minutes, zone }: Props) {
  const t = useTranslations('records')
  const { head, offices } = minutes
  const { slot, venue, cancelled } = head
  return (
    <Facts
      facts={[
        { name: t('minutes.aim'), value: head.aim ? <bdi>{head.aim}</bdi> : null },
        {
          name: t('minutes.when'),
          value: slot && (
            <>
              <Time instant={slot.startsAt} zone={zone} />, {t('minutes.minutes', { minutes: slot.durationMinutes })}
            </>
          ),
        },
        { name: t('minutes.place'), value: venue?.place ? <bdi>{venue.place}</bdi> : null },
        { name: t('minutes.opened'), value: head.openedAt && <Time instant={head.openedAt} zone={zone} /> },
        { name: t('minutes.closed'), value: head.closedAt && <Time instant={head.closedAt} zone={zone} /> },
        {
          name: t('minutes.cancelled'),
          value: cancelled && (
            <>
              <Time instant={cancelled.at} zone={zone} />
              {cancelled.reason !== '' && (
                <>
                  : <bdi>{cancelled.reason}</bdi>
                </>
              )}
            </>
          ),
        },
        { name: t('minutes.parties'), value: head.parties.length === 0 ? null : <Parties head={head} zone={zone} /> },
        {
          name: t('minutes.offices'),
          value:
            offices.length === 0 ? null : (
              <ul>
                {offices.map(({ office, person }) => (
                  <li key={`${office} ${person.id}`}>
                    {t(`office.${office}`)}: <bdi>{person.name}</bdi>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          name: t('minutes.warnings'),
          value: head.warnings.length === 0 ? null : <Warnings warnings={head.warnings} />,
        },
      ]}
    />
  )
}

function Parties({ head, zone }: { readonly head: Props['minutes']['head']; readonly zone: string }) {
  const t = useTranslations('records.minutes')
  return (
    <ul>
      {head.parties.map(({ id, name }) => {
        const left = head.left.find(({ party }) => party.id === id)
        return (
          <li key={id}>
            <bdi>{name}</bdi>
            {left !== undefined && (
              <span className="text-soft">
                {' '}
                ({t('left')} <Time instant={left.at} zone={zone} />)
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What was warned about comes from the record, with its numbers. */
function Warnings({ warnings }: { readonly warnings: readonly WarningText[] }) {
  const language = useLanguage()
  return (
    <ul>
      {warnings.map((warning) => (
        <li key={warning.warning}>{sayIn(language, 'records', `warning.${warning.warning}`, withSpans(warning))}</li>
      ))}
    </ul>
  )
}
