import { ArrowRight, Check, Dot, Radio, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActButton } from '#components/actions/act-button.tsx'
import { ItemLead, ItemList, ItemRow, ItemTitle } from '#components/collections/item-list.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Term } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { zoneLabel } from '#lib/zone-names.ts'
import type { FloorItem, FloorView } from '../views.ts'
import { Notes } from './notes.tsx'

interface Props {
  readonly floor: FloorView
  /** What is drafted, put and agreed under an item, which comes from the conclusions: put together by the page. */
  readonly renderConclusions: (lines: FloorItem['conclusions']) => ReactNode
}

/** The agenda as it goes: what is done, what is current, when each was meant to begin; notes on demand. */
export function FloorAgenda({ floor, renderConclusions }: Props) {
  const t = useTranslations('floor')
  return (
    <>
      <p className="mb-2 text-sm text-soft">{t('zone', { zone: zoneLabel(floor.viewerZone) })}</p>
      <ItemList ordered label={t('agenda')}>
        {floor.items.map((item, index) => (
          <ItemRow key={item.id} current={item.id === floor.currentItemId}>
            <ItemLead>
              <Time instant={item.startedAt ?? item.plannedAt} zone={floor.viewerZone} shape="time" showZone={false} />
            </ItemLead>
            <div className="min-w-0 flex-1">
              <ItemTitle as="p">
                {index + 1}. <bdi>{item.title}</bdi>
              </ItemTitle>
              <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-soft">
                {t('minutes', { minutes: item.minutes })}
                <ItemMark
                  item={item}
                  isCurrent={item.id === floor.currentItemId}
                  first={floor.items.find(({ state }) => state === item.state) === item}
                />
              </p>
              {item.id !== floor.currentItemId && renderConclusions(item.conclusions)}
              {floor.can.conduct && item.id !== floor.currentItemId && item.state === 'open' && (
                <div className="print:hidden -ms-3">
                  <ActButton
                    size="small"
                    variant="plain"
                    act={{
                      route: 'PUT /meetings/{meetingId}/current-item',
                      params: { meetingId: floor.id },
                      body: { itemId: item.id },
                    }}
                    icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}
                    aria-label={`${t('start')}: ${item.title}`}
                  >
                    {t('start')}
                  </ActButton>
                </div>
              )}
              <ItemNotes floor={floor} item={item} />
            </div>
          </ItemRow>
        ))}
      </ItemList>
    </>
  )
}

interface MarkProps {
  readonly item: FloorItem
  readonly isCurrent: boolean
  /** What became of it stands here first on the page. */
  readonly first: boolean
}

function ItemMark({ item, isCurrent, first }: MarkProps) {
  const t = useTranslations('floor')
  if (isCurrent)
    return (
      <StateMark tone="now" icon={<Radio aria-hidden />}>
        {t('current')}
      </StateMark>
    )
  switch (item.state) {
    case 'open':
      return item.endedAt === null ? (
        <StateMark icon={<Dot aria-hidden />}>{t('state.open')}</StateMark>
      ) : (
        <StateMark tone="settled" icon={<Check aria-hidden />}>
          {t('done')}
        </StateMark>
      )
    case 'settled':
    case 'carried':
      return (
        <StateMark
          tone="settled"
          icon={
            item.state === 'settled' ? <Check aria-hidden /> : <ArrowRight className="rtl:-scale-x-100" aria-hidden />
          }
        >
          <Term of={item.state === 'carried' ? 'carry-over' : null} first={first}>
            {t(`state.${item.state}`)}
          </Term>
        </StateMark>
      )
    case 'dropped':
      return (
        <StateMark icon={<X aria-hidden />}>
          <Term of="dropped" first={first}>
            {t('state.dropped')}
          </Term>
        </StateMark>
      )
    default:
      return item.state satisfies never
  }
}

/** The current item's notes stand open beside it already. */
function ItemNotes({ floor, item }: { readonly floor: FloorView; readonly item: FloorItem }) {
  const t = useTranslations('floor')
  const begun = item.startedAt !== null || item.notes !== ''
  if (item.id === floor.currentItemId || (!begun && !floor.can.keepRecord) || floor.openedAt === null) return null
  if (!floor.can.keepRecord && item.notes === '') return null
  return (
    <Disclosure summary={t('notes')}>
      <Notes folded floor={floor} item={item} />
    </Disclosure>
  )
}
