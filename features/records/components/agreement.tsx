import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { AgreementView } from '../views.ts'
import { Fingerprint } from './minutes-conclusion.tsx'
import { StanceList } from './stance-list.tsx'

type Props = { readonly agreement: AgreementView | null; readonly zone: string }

/** Who agreed on the minutes, and when. */
export function Agreement({ agreement, zone }: Props) {
  const t = useTranslations('records')
  const list = useNames()
  if (agreement === null) return null
  const { outcome, at, because, missing, stances, contentHash } = agreement
  return (
    <Section title={<Term of="minutes">{t('minutes.agreement')}</Term>} id="agreement">
      <p>
        {t(`outcome.${outcome}`)}, <Time instant={at} zone={zone} />
        {because !== '' && (
          <>
            : <bdi>{because}</bdi>
          </>
        )}
      </p>
      <StanceList stances={stances} zone={zone} />
      {missing.length > 0 && <p className="mt-2">{t('missing', { names: list(missing.map(({ name }) => name)) })}</p>}
      {contentHash !== null && <Fingerprint hash={contentHash} />}
    </Section>
  )
}
