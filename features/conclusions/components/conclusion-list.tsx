import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Asked } from '#components/frame/asked.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { WhatNext } from '#components/frame/what-next.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Time } from '#components/text/time.tsx'
import type { ConclusionLine } from '#store/conclusion/schema.ts'
import type { MeetingConclusions } from '../views/list.ts'
import { ConclusionStateName } from './state-name.tsx'

/** The conclusions of a meeting under the items of its agenda. */
export function ConclusionList({ list, base }: { readonly list: MeetingConclusions; readonly base: string }) {
  const t = useTranslations('conclusions')
  const plus = <Plus aria-hidden />
  const minutes = <Minutes list={list} base={base} />
  if (list.items.length === 0) {
    if (list.can.putRecord) return minutes
    return (
      <EmptyState
        title={t(list.kept ? 'list.keptEmpty' : 'list.empty')}
        action={
          list.can.open && (
            <ButtonLink href={`${base}/new`} variant="primary" icon={plus}>
              {t('list.open')}
            </ButtonLink>
          )
        }
      >
        {t(list.kept ? 'list.keptEmptyMeans' : 'list.emptyMeans')}
      </EmptyState>
    )
  }
  return (
    <>
      {(list.asked > 0 || !list.can.putRecord) && (
        <div className="mb-6">
          <Asked>{t('list.askedOfYou', { count: list.asked })}</Asked>
        </div>
      )}
      {minutes}
      {list.items.map(({ item, conclusions }) => (
        <Section
          key={item?.id ?? 'none'}
          title={<bdi>{item?.title ?? t('list.noItem')}</bdi>}
          actions={
            list.can.open && (
              <ButtonLink href={`${base}/new${item === null ? '' : `?item=${item.id}`}`} size="small" icon={plus}>
                {t('list.openHere')}
                <span className="sr-only">: {item?.title ?? t('list.noItem')}</span>
              </ButtonLink>
            )
          }
        >
          {conclusions.length === 0 ? (
            <p className="text-soft">{t(isOver(list) ? 'list.noneOver' : 'list.none')}</p>
          ) : (
            <ItemList label={item?.title ?? t('list.noItem')}>
              {conclusions.map((line) => (
                <Line
                  key={line.id}
                  line={line}
                  href={`${base}/${line.id}`}
                  inStudy={list.meeting.kind === 'study'}
                  zone={list.zone}
                  first={
                    list.items.flatMap((one) => one.conclusions).find(({ outcome }) => outcome === line.outcome) ===
                    line
                  }
                />
              ))}
            </ItemList>
          )}
        </Section>
      ))}
      {list.newest !== null && <p className="mt-6 text-soft">{t('list.newest', { count: list.newest })}</p>}
    </>
  )
}

/** Nothing more is going to be discussed. */
function isOver({ meeting: { state } }: MeetingConclusions): boolean {
  return state === 'closed' || state === 'agreed' || state === 'cancelled'
}

type LineProps = {
  /** It belongs to a study session. */
  readonly inStudy: boolean
  readonly line: ConclusionLine
  readonly href: string
  readonly zone: string
  /** What it has come to stands here first on the page. */
  readonly first: boolean
}

/** What comes after the meeting, for whoever may do it: its minutes. */
function Minutes({ list, base }: { readonly list: MeetingConclusions; readonly base: string }) {
  const t = useTranslations('conclusions.list')
  if (!list.can.putRecord) return null
  const open = list.items.flatMap(({ conclusions }) => conclusions).filter(({ state }) => state === 'put').length
  return (
    <WhatNext
      title={t('over')}
      steps={[{ href: base.replace(/conclusions$/, 'record'), label: t('toMinutes'), means: t('toMinutesMeans') }]}
    >
      {open > 0 && <p>{t('openBefore', { count: open })}</p>}
    </WhatNext>
  )
}

function Line({ line, href, zone, first, inStudy }: LineProps) {
  const t = useTranslations('conclusions')
  const { answered, deciders } = line
  return (
    <Item
      title={
        <TextLink look="title" href={href}>
          <bdi>{line.title}</bdi>
        </TextLink>
      }
      meta={
        <>
          <span>{t(`kind.${line.kind}`)}</span>
          {line.version > 1 && <span>{t('list.version', { version: line.version })}</span>}
          {deciders > 0 && (
            <span>{t(line.state === 'recorded' ? 'list.written' : 'list.answered', { answered, deciders })}</span>
          )}
          <span>
            {t('list.since')} <Time instant={line.at} zone={zone} shape="day" />
          </span>
        </>
      }
      aside={
        <div className="grid justify-items-start gap-1 sm:justify-items-end">
          <ConclusionStateName outcome={line.outcome} first={first} inStudy={inStudy} />
          {line.asked !== null && (
            <StateMark tone="now" icon={null}>
              {t(`list.asked.${line.asked}`)}
              {line.due !== null && (
                <>
                  {' '}
                  {t('list.by')} <Time instant={line.due} zone={zone} shape="day" />
                </>
              )}
            </StateMark>
          )}
        </div>
      }
    />
  )
}
