import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#components/actions/button.tsx'
import { Pages } from '#components/collections/pages.tsx'
import { PlainSelect } from '#components/forms/plain-fields.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { type CommitmentFilter, commitmentChoices } from '../schema.ts'
import type { CommitmentLine, CommitmentPage } from '../views/commitment.ts'
import { CommitmentList } from './commitment-list.tsx'

type Props = {
  readonly groupId: string
  readonly view: CommitmentPage
  readonly filter: CommitmentFilter
}

/** The commitments of a group, one's own party's first. */
export function Commitments({ groupId, view, filter }: Props) {
  const t = useTranslations('commitments')
  const isFiltered = filter.state !== 'open' || filter.party !== undefined || filter.page > 1
  return (
    <>
      <PageHeader title={t('title')} meta={t('means')} />
      <Filter view={view} filter={filter} />
      {view.commitments.length === 0 ? (
        <EmptyState
          title={t('empty')}
          action={!isFiltered && <ButtonLink href={`/groups/${groupId}/conclusions`}>{t('toConclusions')}</ButtonLink>}
        >
          {isFiltered ? t('emptyFilter') : `${t('emptyMeans')} ${t('emptyWho')}`}
        </EmptyState>
      ) : (
        <CommitmentList
          commitments={view.commitments}
          label={t('list')}
          renderSource={(one) => <Source commitment={one} />}
        />
      )}
      <Pages page={filter.page} of={view} hrefOf={addressOf(groupId, filter)} />
    </>
  )
}

/** An ordinary form: it works without script, and its address can be sent on. */
function Filter({ view, filter }: Pick<Props, 'view' | 'filter'>) {
  const t = useTranslations('commitments')
  return (
    <form className="print:hidden mb-8 flex flex-wrap items-end gap-4" aria-label={t('filter.label')}>
      <PlainSelect
        name="state"
        label={t('filter.state')}
        choices={commitmentChoices.map((value) => ({ value, label: t(`filter.${value}`) }))}
        value={filter.state}
      />
      <PlainSelect
        name="party"
        label={t('filter.party')}
        choices={view.parties.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t('filter.everyParty')}
        value={filter.party ?? ''}
      />
      <Button type="submit">{t('filter.show')}</Button>
    </form>
  )
}

/** Where a commitment came from: nobody has to ask. */
function Source({ commitment: { groupId, conclusion, meeting, mine } }: { readonly commitment: CommitmentLine }) {
  const t = useTranslations('commitments')
  const at = `/groups/${groupId}`
  const href =
    meeting === null
      ? `${at}/conclusions/${conclusion.id}`
      : `${at}/meetings/${meeting.id}/conclusions/${conclusion.id}`
  return (
    <>
      <span>
        {t('from')}{' '}
        <TextLink href={href}>
          <bdi>{conclusion.title}</bdi>
        </TextLink>
        {meeting !== null && (
          <>
            {' '}
            {t('in')} <bdi>{meeting.title}</bdi>
          </>
        )}
      </span>
      {mine && <span>{t('yours')}</span>}
    </>
  )
}

/** The address of a page of what is shown now. */
function addressOf(groupId: string, filter: CommitmentFilter): (page: number) => string {
  return (page) => {
    const query = new URLSearchParams({ state: filter.state, page: String(page) })
    if (filter.party !== undefined) query.set('party', filter.party)
    return `/groups/${groupId}/commitments?${query}`
  }
}
