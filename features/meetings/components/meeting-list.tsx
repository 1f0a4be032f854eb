import { CircleAlert, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Pages } from '#components/collections/pages.tsx'
import { Tabs } from '#components/collections/tabs.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Badge } from '#components/text/badge.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { meetingKinds } from '#domain/meeting/meeting.ts'
import { type ListQuery, type When, whens } from '../schema.ts'
import type { MeetingLine, MeetingPage as View } from '../views/list.ts'
import { MeetingTime } from './meeting-time.tsx'
import { MeetingStateName, stateOf } from './state-name.tsx'

type Props = {
  readonly groupId: string
  readonly view: View
  readonly query: ListQuery
  /** The viewer can begin a meeting here. */
  readonly begins: boolean
}

const kinds = [undefined, ...meetingKinds] as const

/** The meetings of a group, as far as the viewer may know of them. */
export function MeetingList({ groupId, view, query, begins }: Props) {
  const t = useTranslations('meetings')
  const here = addressIn(groupId)
  return (
    <div className="grid gap-6">
      <Tabs
        label={t('list.views')}
        current={here({ ...query, page: 1 })}
        tabs={whens.map((when) => ({ href: here({ ...query, when, page: 1 }), label: t(`list.${when}`) }))}
      />
      <nav aria-label={t('list.kinds')}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {kinds.map((kind) => (
            <li key={kind ?? 'all'}>
              <TextLink
                href={here({ ...query, kind, page: 1 })}
                aria-current={kind === query.kind ? 'page' : undefined}
                className="aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {kind === undefined ? t('list.allKinds') : t(`kind.${kind}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {view.lines.length === 0 ? (
        <Nothing groupId={groupId} query={query} begins={begins} />
      ) : (
        <ItemList>
          {view.lines.map((line) => (
            <Line
              key={line.id}
              groupId={groupId}
              line={line}
              viewerZone={view.viewerZone}
              first={view.lines.find((one) => stateOf(one) === stateOf(line)) === line}
            />
          ))}
        </ItemList>
      )}
      <Pages page={query.page} of={view} hrefOf={(page) => here({ ...query, page })} />
    </div>
  )
}

type LineProps = {
  readonly groupId: string
  readonly line: MeetingLine
  readonly viewerZone: string
  /** Its state stands here first on the page. */
  readonly first: boolean
}

function Line({ groupId, line, viewerZone, first }: LineProps) {
  const t = useTranslations('meetings')
  return (
    <Item
      title={
        <TextLink look="title" href={`/groups/${groupId}/meetings/${line.id}`}>
          <bdi>{line.title}</bdi>
        </TextLink>
      }
      meta={
        <>
          <Badge>{t(`kind.${line.kind}`)}</Badge>
          <span>
            {line.startsAt === null ? (
              t('list.noDate')
            ) : (
              <MeetingTime startsAt={line.startsAt} zone={line.timeZone} viewerZone={viewerZone} />
            )}
          </span>
          <span>
            {line.parties.map((party, index) => (
              <span key={party}>
                {index > 0 && ' · '}
                <bdi>{party}</bdi>
              </span>
            ))}
          </span>
        </>
      }
      aside={
        <>
          {line.asks.map((ask) => (
            <StateMark key={ask} tone="now" icon={<CircleAlert aria-hidden />}>
              {t(`ask.${ask}`)}
            </StateMark>
          ))}
          <MeetingStateName state={line.state} proposed={line.proposed} declined={line.declined} first={first} />
        </>
      }
    />
  )
}

const empty = {
  upcoming: ['list.emptyUpcoming', 'list.emptyUpcomingMeans'],
  preparing: ['list.emptyPreparing', 'list.emptyPreparingMeans'],
  past: ['list.emptyPast', 'list.emptyPastMeans'],
} as const satisfies Record<When, readonly [string, string]>

function Nothing({ groupId, query, begins }: Pick<Props, 'groupId' | 'query' | 'begins'>) {
  const t = useTranslations('meetings')
  if (query.page > 1) {
    return (
      <EmptyState
        title={t('list.emptyPage')}
        action={<ButtonLink href={addressIn(groupId)({ ...query, page: 1 })}>{t('list.firstPage')}</ButtonLink>}
      />
    )
  }
  const [title, means] = empty[query.when]
  return (
    <EmptyState
      title={t(title)}
      action={
        begins && query.when !== 'past' ? (
          <ButtonLink variant="primary" href={`/groups/${groupId}/meetings/new`} icon={<Plus aria-hidden />}>
            {t('new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {t(means)}
      {!begins && query.when !== 'past' && <p className="mt-2">{t('list.whoPlans')}</p>}
    </EmptyState>
  )
}

type Address = Pick<ListQuery, 'when' | 'page'> & { readonly kind?: ListQuery['kind'] | undefined }

function addressIn(groupId: string): (query: Address) => string {
  return ({ when, kind, page }) => {
    const search = new URLSearchParams()
    if (when !== 'upcoming') search.set('when', when)
    if (kind !== undefined) search.set('kind', kind)
    if (page > 1) search.set('page', String(page))
    return `/groups/${groupId}/meetings${search.size > 0 ? `?${search}` : ''}`
  }
}
