import { ArrowLeft, ArrowRight, Check, PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { FloorItem, FloorView } from '../queries/floor.ts'
import { mostPassages, type PassageInFull } from '../queries/passages.ts'

/** What the meeting is at, to be read from the far end of a room; and how it goes on, for who conducts. */
export function CurrentItem({ floor }: { readonly floor: FloorView }) {
  const t = useTranslations('floor')
  const place = floor.items.findIndex(({ id }) => id === floor.currentItemId)
  const item = floor.items[place]
  if (item === undefined) return <NoItem floor={floor} />
  return (
    <article className="floor-item">
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-soft">
        <span>{t('of', { number: place + 1, count: floor.items.length })}</span>
        <span>
          {t('planned')} <Time instant={item.plannedAt} zone={floor.viewerZone} shape="time" />,{' '}
          {t('minutes', { minutes: item.minutes })}
        </span>
        {item.startedAt && (
          <span>
            {t('began')} <Time instant={item.startedAt} zone={floor.viewerZone} shape="time" />
          </span>
        )}
        {item.lead && <bdi>{t('led', { name: item.lead })}</bdi>}
      </p>
      <h2 dir="auto" className="floor-title">
        {item.title}
      </h2>
      {item.aim !== '' && (
        <p dir="auto" className="max-w-reading font-serif text-xl text-soft">
          {item.aim}
        </p>
      )}
      <Passages floor={floor} />
      {floor.can.conduct && <Onwards floor={floor} place={place} />}
    </article>
  )
}

function NoItem({ floor }: { readonly floor: FloorView }) {
  const t = useTranslations('floor')
  const next = floor.items.find(({ endedAt, state }) => endedAt === null && state === 'open')
  const action = floor.can.conduct && next !== undefined && (
    <ActButton
      variant="primary"
      method="PUT"
      path={`/meetings/${floor.id}/current-item`}
      body={{ itemId: next.id }}
      icon={<ArrowRight className="icon icon-flow" aria-hidden />}
    >
      {floor.items[0]?.id === next.id ? t('startFirst') : t('next')}
    </ActButton>
  )
  return (
    <EmptyState title={t('noItem')} action={action}>
      {floor.can.conduct ? t('noItemMeans') : t('noItemReader')}
    </EmptyState>
  )
}

function Passages({ floor: { groupId, passages } }: { readonly floor: FloorView }) {
  const t = useTranslations('floor')
  if (passages.length === 0) return null
  return (
    <section aria-label={t('passages')} className="floor-passages">
      {passages.map((passage) => (
        <div key={`${passage.editionId} ${passage.ordinal}`} className="floor-passage" data-kind={passage.kind}>
          <TextLink
            look="title"
            className="passage-number"
            href={`/groups/${groupId}/texts/${passage.textId}/p/${passage.ordinal}`}
          >
            <bdi>{passage.reference}</bdi>
          </TextLink>
          <p dir={passage.direction}>
            <Words passage={passage} />
          </p>
        </div>
      ))}
      {passages.length === mostPassages && <p className="text-soft">{t('morePassages', { count: mostPassages })}</p>}
    </section>
  )
}

/** The words of a passage, those that are meant marked. */
function Words({ passage: { text, quotes } }: { readonly passage: PassageInFull }) {
  const [first, ...others] = quotes.toSorted((one, other) => one.start - other.start)
  if (first === undefined) return text
  const { start, end } = others.reduce(
    (span, quote) => ({ start: span.start, end: quote.start <= span.end ? Math.max(span.end, quote.end) : span.end }),
    first,
  )
  const rest = others.filter((quote) => quote.start > end)
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {rest.length === 0 ? (
        text.slice(end)
      ) : (
        <Words
          passage={{
            ...emptied,
            text: text.slice(end),
            quotes: rest.map((quote) => ({ start: quote.start - end, end: quote.end - end })),
          }}
        />
      )}
    </>
  )
}

const emptied = {
  textId: '',
  editionId: '',
  ordinal: 0,
  reference: '',
  kind: 'paragraph',
  level: 0,
  direction: 'ltr',
} as const

function Onwards({ floor, place }: { readonly floor: FloorView; readonly place: number }) {
  const t = useTranslations('floor')
  const path = `/meetings/${floor.id}/current-item`
  const before = floor.items[place - 1]
  const after = floor.items.slice(place + 1).find(({ state }) => state === 'open')
  return (
    <div className="no-print mt-8 flex flex-wrap items-center gap-2">
      {before && (
        <GoTo
          path={path}
          item={before}
          icon={<ArrowLeft className="icon icon-flow" aria-hidden />}
          word={t('previous')}
        />
      )}
      <ActButton method="DELETE" path={path} icon={<Check className="icon" aria-hidden />}>
        {t('finish')}
      </ActButton>
      {after && (
        <GoTo
          primary
          path={path}
          item={after}
          icon={<ArrowRight className="icon icon-flow" aria-hidden />}
          word={t('next')}
        />
      )}
      <ButtonLink
        variant="plain"
        icon={<PencilLine className="icon" aria-hidden />}
        href={`/groups/${floor.groupId}/meetings/${floor.id}/conclusions/new?item=${floor.currentItemId}`}
      >
        {t('draftHere')}
      </ButtonLink>
    </div>
  )
}

interface GoToProps {
  readonly path: string
  readonly item: FloorItem
  readonly icon: React.ReactNode
  readonly word: string
  readonly primary?: boolean
}

function GoTo({ path, item, icon, word, primary = false }: GoToProps) {
  return (
    <ActButton
      variant={primary ? 'primary' : 'quiet'}
      method="PUT"
      path={path}
      body={{ itemId: item.id }}
      icon={icon}
      title={item.title}
    >
      {word}
    </ActButton>
  )
}
