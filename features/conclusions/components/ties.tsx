import { useTranslations } from 'next-intl'
import { Facts } from '#components/collections/facts.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { formatList } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { ConclusionView, LinkedConclusion } from '../views/conclusion.ts'
import { SharingActs } from './acts.tsx'

/** What belongs beside the words: when it ended, what it came from and what came of it, its fingerprint, who may read it. */
export function Ties({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions')
  const language = useLanguage()
  const { sharing, zone } = view
  const link = (to: LinkedConclusion | null) => to && <Tie to={to} groupId={view.groupId} />
  const isDivergence = view.kind === 'divergence'
  const facts = [
    {
      name: t('page.item'),
      value: view.item && (
        <TextLink href={`/groups/${view.groupId}/meetings/${view.meeting.id}/plan`}>
          <bdi>{view.item.title}</bdi>
        </TextLink>
      ),
    },
    { name: t('page.adoptedAt'), value: view.adoptedAt && <Time instant={view.adoptedAt} zone={zone} /> },
    { name: t('page.endedAt'), value: view.endedAt && <Time instant={view.endedAt} zone={zone} /> },
    { name: t('page.reason'), value: view.endReason && <span dir="auto">{view.endReason}</span> },
    { name: t(isDivergence ? 'page.originOfDivergence' : 'page.origin'), value: link(view.origin) },
    { name: t('page.supersedes'), value: link(view.supersedes) },
    { name: t('page.supersededBy'), value: link(view.supersededBy) },
    {
      name: t('page.offspring'),
      value:
        view.offspring.length === 0
          ? null
          : view.offspring.map((one) => (
              <div key={one.id}>
                <Tie to={one} groupId={view.groupId} />
              </div>
            )),
    },
    { name: t('page.upTo'), value: view.chainHead?.sequence },
    {
      name: t('page.hash'),
      label: <Term of="fingerprint">{t('page.hash')}</Term>,
      value: view.contentHash && (
        <code className="text-xs break-all" title={t('page.hashMeans')}>
          {view.contentHash}
        </code>
      ),
    },
  ]
  return (
    <>
      {facts.some(({ value }) => value !== null && value !== undefined) && (
        <Section title={t('page.ties')} headingLevel={3}>
          <Facts facts={facts} />
        </Section>
      )}
      {sharing !== null && (
        <Section title={t('page.sharing')} id="sharing" headingLevel={3} screenOnly>
          <div className="grid justify-items-start gap-2">
            <p>{t(`page.with.${sharing.with}`)}</p>
            {sharing.with === 'parties' && (
              <p className="text-sm text-soft">
                {t('page.sharingMissing', {
                  names: formatList(
                    sharing.missing.map(({ name }) => name),
                    language,
                  ),
                })}
              </p>
            )}
            <SharingActs view={view} />
          </div>
        </Section>
      )}
    </>
  )
}

function Tie({ to, groupId }: { readonly to: LinkedConclusion; readonly groupId: string }) {
  const t = useTranslations('conclusions.kind')
  const within = to.meetingId === null ? '' : `/meetings/${to.meetingId}`
  return (
    <>
      <TextLink href={`/groups/${groupId}${within}/conclusions/${to.id}`}>
        <bdi>{to.title}</bdi>
      </TextLink>{' '}
      <span className="text-sm text-soft">{t(to.kind)}</span>
    </>
  )
}
