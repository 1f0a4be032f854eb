import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { shownReference } from '#domain/text/reference.ts'
import type { WholePassage } from '#store/citation/passages.ts'

/** Behind a document, of which it is no part: the passages that it cites, whole, each once. */
export function PassagesCited({ passages }: { readonly passages: readonly WholePassage[] }) {
  const t = useTranslations('records.passages')
  const editions = [...Map.groupBy(passages, ({ editionId }) => editionId)]
  return (
    <Section title={t('title')} id="passages-cited">
      {editions.length === 0 && <p className="text-soft">{t('none')}</p>}
      {editions.map(([editionId, [first, ...others]]) => (
        <div key={editionId} className="mb-8 max-w-[52rem]">
          <h3 className="mb-3 text-lg font-semibold">
            <bdi>{t('edition', { text: first?.textTitle ?? '', edition: first?.edition ?? 1 })}</bdi>
          </h3>
          <dl className="grid gap-4">
            {[...(first === undefined ? [] : [first]), ...others].map(({ ordinal, reference, label, text }) => (
              <div key={ordinal}>
                <dt className="mb-1 font-semibold tabular-nums">
                  <bdi>{shownReference(reference, text)}</bdi>
                </dt>
                <dd>
                  <RunningText quoted>{label === null ? text : `${label} ${text}`}</RunningText>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  )
}

/** On paper, where a document is printed without the passages: where it is found with them. */
export function PassagesElsewhere({ address }: { readonly address: string }) {
  const t = useTranslations('records.passages')
  return <p className="mb-6 hidden print:block print:break-before-avoid">{t('elsewhere', { address })}</p>
}
