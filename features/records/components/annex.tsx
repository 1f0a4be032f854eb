import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { partyNamedIn } from '#domain/record/minutes/party-of.ts'
import type { RecordView } from '../views.ts'

type Props = { readonly minutes: RecordView['minutes']; readonly zone: string }

/** What happened after the entry up to which the minutes go. */
export function Annex({ minutes, zone }: Props) {
  const t = useTranslations('records')
  if (minutes.upTo === null) return null
  return (
    <Section title={<Term of="annex">{t('minutes.annex')}</Term>} id="annex">
      {minutes.annex.length === 0 && <p className="text-soft">{t('minutes.annexNone')}</p>}
      <ol className="grid gap-1">
        {minutes.annex.map(({ sequence, at, entry }) => (
          <li key={sequence}>
            <Time instant={at} zone={zone} /> {entry === null ? t('minutes.erasedEntry') : t(`entry.${entry.kind}`)}
            {entry !== null && 'conclusion' in entry && (
              <>
                : <bdi className="font-medium">{entry.conclusion.title}</bdi>
              </>
            )}
            {entry !== null && <Of party={partyNamedIn(entry)} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Of({ party }: { readonly party: string | null }) {
  return (
    party !== null && (
      <>
        {' '}
        (<bdi>{party}</bdi>)
      </>
    )
  )
}
