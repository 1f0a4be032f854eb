import { useTranslations } from 'next-intl'
import { ItemLead, ItemTitle } from '#components/collections/item-list.tsx'
import { Badge } from '#components/text/badge.tsx'
import { TimeBar } from '#components/text/time-bar.tsx'
import { instantsOf, wallTimeIn } from '#domain/wall-clock.ts'
import { formatTime } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { Language } from '#messages/languages.ts'
import type { AgendaItemView, PlannedAgenda } from '../views/agenda.ts'
import { ItemCitations } from './item-citations.tsx'

type RowProps = {
  readonly groupId: string
  readonly item: AgendaItemView
  /** A time of day in the viewer’s zone; empty: no time yet. */
  readonly start: string
  /** Minutes that it needs in all. */
  readonly needs: number
}

/** One item as it is read: when, what, how long, who opens it, on which passages. */
export function AgendaRow({ groupId, item, start, needs }: RowProps) {
  const t = useTranslations('meetings')
  const statements = needs - item.minutes
  return (
    <div className="grid gap-x-4 sm:grid-cols-[3.5rem_minmax(0,1fr)]">
      <ItemLead>{start}</ItemLead>
      <div className="min-w-0">
        <ItemTitle as="h3">
          <bdi>{item.title}</bdi>
        </ItemTitle>
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
          <Badge>{t(`itemKind.${item.kind}`)}</Badge>
          <span>
            {statements > 0
              ? t('agenda.withStatements', { statements, minutes: item.minutes })
              : t('agenda.min', { minutes: needs })}
          </span>
          {item.lead !== null && (
            <span>
              <bdi>{t('agenda.led', { name: item.lead })}</bdi>
            </span>
          )}
        </p>
        {item.aim !== '' && (
          <p className="mt-1 max-w-reading font-serif">
            <bdi>{item.aim}</bdi>
          </p>
        )}
        <ItemCitations groupId={groupId} label={t('agenda.passages')} citations={item.citations} />
      </div>
    </div>
  )
}

type BarProps = { readonly agenda: PlannedAgenda; readonly zone: string; readonly available: number }

/** How the time is used; the table says the same. */
export function AgendaBar({ agenda, zone, available }: BarProps) {
  const t = useTranslations('meetings.agenda')
  const language = useLanguage()
  const segments = agenda.items.flatMap((item, index) => {
    const time = agenda.times[index]
    if (time === undefined) return []
    const { minutes } = time
    return [
      {
        id: item.id,
        label: item.title,
        minutes,
        duration: t('min', { minutes }),
        start: startOf(agenda, index, zone, language),
      },
    ]
  })
  return (
    <TimeBar
      segments={segments}
      available={available}
      tableHidden
      words={{ caption: t('caption'), label: t('item'), start: t('start'), duration: t('minutes') }}
    />
  )
}

/** When an item begins, as a time of day in this zone, with its abbreviation in an hour that comes twice; empty: no time is meant yet. */
export function startOf(agenda: PlannedAgenda, index: number, zone: string, language: Language): string {
  const startsAt = agenda.times[index]?.startsAt ?? null
  if (startsAt === null) return ''
  const instant = new Date(startsAt)
  // Of a time that comes twice, the zone's abbreviation says which: 02:50 CEST, 02:10 CET.
  const twice = instantsOf(wallTimeIn(instant, zone), zone).length > 1
  return formatTime(instant, zone, language, { shape: 'time', showZone: twice })
}
