import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Facts } from '#components/collections/facts.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Time } from '#components/text/time.tsx'
import { formatList } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { SharedConclusionView } from '../views/conclusion.ts'
import { ConclusionStateName } from './state-name.tsx'
import { Wording } from './wording.tsx'

/** An adopted conclusion as the group reads it. */
export function SharedConclusion({
  view,
  passages,
}: {
  readonly view: SharedConclusionView
  readonly passages: ReactNode
}) {
  const t = useTranslations('conclusions')
  const language = useLanguage()
  return (
    <>
      <PageHeader
        title={<bdi>{view.title}</bdi>}
        meta={
          <>
            <span>{t(`kind.${view.kind}`)}</span>
            <ConclusionStateName outcome={view.state} />
          </>
        }
        asked={t('shared.asked')}
      />
      <Wording version={null} wording={view.wording} commitments={view.commitments} passages={passages} />
      <Facts
        facts={[
          {
            name: t('shared.deciders'),
            value: (
              <bdi>
                {formatList(
                  view.deciders.map(({ name }) => name),
                  language,
                )}
              </bdi>
            ),
          },
          { name: t('page.adoptedAt'), value: <Time instant={view.adoptedAt} zone={view.zone} /> },
          { name: t('page.hash'), value: <code className="text-xs break-all">{view.contentHash}</code> },
        ]}
      />
    </>
  )
}
