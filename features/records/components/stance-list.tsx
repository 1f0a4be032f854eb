import { useTranslations } from 'next-intl'
import { Time } from '#components/text/time.tsx'
import type { AnswerView } from '#domain/record/minutes/conclusions.ts'
import { formatTime, lastDay } from '#lib/words/format.ts'
import { hasWords, sayIn } from '#lib/words/say.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { Language } from '#messages/languages.ts'

type Props = { readonly stances: readonly AnswerView[]; readonly zone: string }

/** Who answered how, given by whom and when, and how they had signed in (rule 13); so too for the principals' word. */
export function StanceList({ stances, zone }: Props) {
  const t = useTranslations('records.minutes')
  const language = useLanguage()
  if (stances.length === 0) return null
  const untilWords = ({ at, zone: ends }: NonNullable<AnswerView['until']>) =>
    ends === null ? formatTime(new Date(at), zone, language) : t('lastDay', lastDay(new Date(at), ends, language))
  return (
    <div className="mt-4">
      <p className="small-caps mb-1">{t('answers')}</p>
      <ul className="grid gap-1">
        {stances.map(({ side, stance, words, givenBy, signInMethod, at, until, principals }) => (
          <li key={side.id}>
            <bdi className="font-medium">{side.name}</bdi> {inWords('stance', stance, language)}
            {words !== '' && (
              <>
                : <q dir="auto">{words}</q>
              </>
            )}
            {principals === null && until !== null && <>; {t('principalsUntil', { until: untilWords(until) })}</>}{' '}
            <Act who={t('givenBy', { name: givenBy })} at={at} zone={zone} signInMethod={signInMethod} />
            {principals !== null && (
              <>
                ; {t('principalsOf', { word: inWords('principals', principals.word, language) })}{' '}
                <Act who={t('broughtBy', { name: principals.broughtBy })} zone={zone} {...principals} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type ActProps = {
  readonly who: string
  readonly at: string
  readonly zone: string
  readonly signInMethod: string
}

function Act({ who, at, zone, signInMethod }: ActProps) {
  return (
    <span className="text-sm text-soft">
      {who}, <Time instant={at} zone={zone} />, {inWords('signIn', signInMethod, useLanguage())}
    </span>
  )
}

/** Codes that an old record holds may be unknown to a later program: then the code itself is shown. */
function inWords(place: string, code: string, language: Language): string {
  return hasWords('records', `${place}.${code}`) ? sayIn(language, 'records', `${place}.${code}`) : code
}
