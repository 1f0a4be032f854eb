import { useTranslations } from 'next-intl'
import { Notice } from '#components/text/notice.tsx'
import { holdsAs } from '#domain/record/holds-as.ts'
import type { StoredVerdict } from '#lib/apart/verify.ts'

type Props = {
  readonly verdict: StoredVerdict
  /** What of it rests on the head that somebody kept. */
  readonly above: string
}

/** Whether a record holds, and what it does not prove. */
export function VerdictNotice({ verdict, above }: Props) {
  const t = useTranslations('records.verify')
  const f = useTranslations('records.fault')
  const w = useTranslations('records.wrong')
  if (!verdict.intact) {
    const wrong = 'wrong' in verdict ? { wrong: w(verdict.wrong) } : {}
    return (
      <Notice live tone="refusal" title={t('broken')}>
        {f(verdict.fault, { ...factsIn(verdict), ...wrong })}
      </Notice>
    )
  }
  const { erased, unproven } = verdict
  const as = holdsAs(verdict)
  return (
    <Notice live tone={as === 'intact' ? 'info' : 'warning'} title={t(as)}>
      <p>{t('intactMeans')}</p>
      {unproven.length === 0 && <p>{t('proven')}</p>}
      {unproven.map((one) => (
        <p key={one.conclusionId}>{t(`lacks.${one.lacks}`, { ...one })}</p>
      ))}
      <p>{above}</p>
      {erased.length > 0 && (
        <p>
          {t('erasedEntries', { entries: erased.join(', ') })}. {t('erasedMeans')}
        </p>
      )}
    </Notice>
  )
}

/** What a sentence can name. */
function factsIn(verdict: object): Record<string, string | number> {
  const facts = Object.entries(verdict)
  return Object.fromEntries(facts.filter(([, fact]) => typeof fact === 'string' || typeof fact === 'number'))
}
