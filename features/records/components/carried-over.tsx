import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import type { CarriedLine } from '#domain/record/minutes/minutes.ts'

/** What became of everything that was open at closing (rule 16). */
export function CarriedOver({ lines }: { readonly lines: readonly CarriedLine[] }) {
  const t = useTranslations('records')
  if (lines.length === 0) return null
  return (
    <Section title={t('minutes.carriedOver')} id="carried-over">
      <ul className="grid gap-1">
        {lines.map(({ thing, outcome, to, reason }) => (
          <li key={`${thing.kind} ${thing.id}`}>
            {t(`thing.${thing.kind}`)} <bdi className="font-medium">{thing.title}</bdi>: {t(`carried.${outcome}`)}
            {to !== null && (
              <>
                {' '}
                {t('minutes.to')} <bdi>{to}</bdi>
              </>
            )}
            {reason !== '' && (
              <>
                , {t('minutes.because')}: <bdi>{reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
