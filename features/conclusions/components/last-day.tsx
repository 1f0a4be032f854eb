import { useTranslations } from 'next-intl'
import { Time } from '#components/text/time.tsx'
import { lastDay } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'

interface Props {
  /** The last instant of the day. */
  readonly instant: string
  /** Where the day ends; null: nowhere in particular, and it is told as a moment. */
  readonly ends: string | null
  /** The zone in which the reader reads times. */
  readonly zone: string
}

/** Until when principals have their word: the end of a day where their party lives. */
export function LastDay({ instant, ends, zone }: Props) {
  const t = useTranslations('conclusions.stances')
  const language = useLanguage()
  if (ends === null) return <Time instant={instant} zone={zone} />
  return <time dateTime={instant}>{t('lastDay', lastDay(new Date(instant), ends, language))}</time>
}
