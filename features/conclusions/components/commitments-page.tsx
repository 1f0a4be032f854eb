import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#components/actions/button.tsx'
import { Select } from '#components/forms/select.tsx'
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
        <EmptyState title={t('empty')}>{t(isFiltered ? 'emptyFilter' : 'emptyMeans')}</EmptyState>
      ) : (
        <CommitmentList
          commitments={view.commitments}
          label={t('list')}
          renderSource={(one) => <Source commitment={one} />}
        />
      )}
      <Pages groupId={groupId} view={view} filter={filter} />
    </>
  )
}

/** An ordinary form: it works without script, and its address can be sent on. */
function Filter({ view, filter }: Pick<Props, 'view' | 'filter'>) {
  const t = useTranslations('commitments')
  return (
    <form className="print:hidden mb-8 flex flex-wrap items-end gap-4" aria-label={t('filter.label')}>
      <Select
        name="state"
        label={t('filter.state')}
        choices={commitmentChoices.map((value) => ({ value, label: t(`filter.${value}`) }))}
        defaultValue={filter.state}
        required
      />
      <Select
        name="party"
        label={t('filter.party')}
        choices={view.parties.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t('filter.everyParty')}
        defaultValue={filter.party ?? ''}
        required={false}
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

function Pages({ groupId, view, filter }: Props) {
  const t = useTranslations('commitments')
  if (filter.page === 1 && !view.hasMore) return null
  const to = (page: number) => {
    const query = new URLSearchParams({ state: filter.state, page: String(page) })
    if (filter.party !== undefined) query.set('party', filter.party)
    return `/groups/${groupId}/commitments?${query}`
  }
  return (
    <nav className="print:hidden mt-6 flex gap-3" aria-label={t('pages')}>
      {filter.page > 1 && <ButtonLink href={to(filter.page - 1)}>{t('newer')}</ButtonLink>}
      {view.hasMore && <ButtonLink href={to(filter.page + 1)}>{t('older')}</ButtonLink>}
    </nav>
  )
}
