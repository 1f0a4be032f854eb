import { ArrowLeft, ArrowRight, Check, PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { termTags } from '#components/text/term.tsx'
import { Time } from '#components/text/time.tsx'
import { shownReference } from '#domain/text/reference.ts'
import { wallTimeIn } from '#domain/wall-clock.ts'
import { mostPassages } from '../queries/passages.ts'
import type { FloorItem, FloorView, PassageInFull } from '../views.ts'
import { FirstLines } from './first-lines.tsx'
import { IAmHere } from './presence.tsx'

/** A time of day says enough of today alone. */
function shapeOf({ plannedAt }: FloorItem, { viewerZone }: FloorView): 'time' | 'moment' {
  const dayOf = (instant: Date) => wallTimeIn(instant, viewerZone).slice(0, 10)
  return dayOf(new Date(plannedAt)) === dayOf(new Date()) ? 'time' : 'moment'
}

interface CurrentItemProps {
  readonly floor: FloorView
  /** What is drafted, put and agreed under the item, with what can be done about each; null: nothing. */
  readonly conclusions: ReactNode
  /** The first act that one of them waits for, to stand at the thumb as wide as the screen; null: none does, or not for the reader. */
  readonly foremostAct: ReactNode
}

/** What the meeting is at, its words as large as the wall allows, to be read from the far end of a room; and how it goes on, for who conducts. */
export function CurrentItem({ floor, conclusions, foremostAct }: CurrentItemProps) {
  const t = useTranslations('floor')
  const place = floor.items.findIndex(({ id }) => id === floor.currentItemId)
  const item = floor.items[place]
  if (item === undefined) return <NoItem floor={floor} />
  const isWorkedOn = item.conclusions.some(({ asked, state }) => asked !== null || state === 'draft' || state === 'put')
  const concluded = conclusions !== null && (
    <section aria-label={t('conclusions')} className="mt-[1.6rem]">
      {conclusions}
    </section>
  )
  return (
    <article className="pb-8 md:pt-[1.1rem]" data-foremost>
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-soft max-md:gap-x-4 max-md:gap-y-0 max-md:text-sm">
        <span>{t('of', { number: place + 1, count: floor.items.length })}</span>
        <span>
          {t('planned')} <Time instant={item.plannedAt} zone={floor.viewerZone} shape={shapeOf(item, floor)} />,{' '}
          {t('minutes', { minutes: item.minutes })}
        </span>
        {item.startedAt && (
          <span>
            {t('began')} <Time instant={item.startedAt} zone={floor.viewerZone} shape="time" />
          </span>
        )}
        {item.lead && <bdi>{t('led', { name: item.lead })}</bdi>}
      </p>
      <h2 className="mt-[0.4rem] mb-[0.8rem] max-w-[28ch] text-[clamp(1.75rem,1.2rem+2vw,3.25rem)]/[1.12] font-[460] tracking-[-0.015em]">
        <bdi>{item.title}</bdi>
      </h2>
      {item.aim !== '' && (
        <p className="max-w-reading font-serif text-xl text-soft">
          <bdi>{item.aim}</bdi>
        </p>
      )}
      {/* The words that the meeting is at work on come before the passages, which may be long. */}
      {isWorkedOn && concluded}
      <Passages floor={floor} folded={isWorkedOn} />
      {!isWorkedOn && concluded}
      <Acts floor={floor} place={place} foremostAct={foremostAct} />
    </article>
  )
}

function NoItem({ floor }: { readonly floor: FloorView }) {
  const t = useTranslations('floor')
  const next = floor.items.find(({ endedAt, state }) => endedAt === null && state === 'open')
  const close = (
    <ButtonLink variant="primary" href={`/groups/${floor.groupId}/meetings/${floor.id}/floor/close`}>
      {t('close')}
    </ButtonLink>
  )
  const begin = next !== undefined && (
    <ActButton
      variant="primary"
      act={{
        route: 'PUT /meetings/{meetingId}/current-item',
        params: { meetingId: floor.id },
        body: { itemId: next.id },
      }}
      icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}
    >
      {floor.items[0]?.id === next.id ? t('startFirst') : t('next')}
    </ActButton>
  )
  return (
    <EmptyState title={next === undefined ? t('allDone') : t('noItem')} action={floor.can.conduct && (begin || close)}>
      <NoItemMeans floor={floor} isOver={next === undefined} />
    </EmptyState>
  )
}

function NoItemMeans({ floor, isOver }: { readonly floor: FloorView; readonly isOver: boolean }) {
  const t = useTranslations('floor')
  if (!floor.can.conduct) return t(isOver ? 'allDoneReader' : 'noItemReader')
  return isOver ? t('allDoneMeans') : t.rich('noItemMeans', termTags('begin-item'))
}

interface PassagesProps {
  readonly floor: FloorView
  /** On a phone their first lines stand for them: other words come first. */
  readonly folded: boolean
}

function Passages({ floor: { groupId, passages }, folded }: PassagesProps) {
  const t = useTranslations('floor')
  if (passages.length === 0) return null
  return (
    <section aria-label={t('passages')} className="mt-[1.6rem] grid gap-[1.2rem]">
      {passages.map((passage) => (
        <div
          key={`${passage.editionId} ${passage.ordinal}`}
          // The rule stands where the words begin, whichever way they run.
          dir={passage.direction}
          className={`max-w-[42em] border-s-3 border-accent ps-[1.1rem] font-serif text-[clamp(1.125rem,1rem+0.55vw,1.75rem)]/[1.5] ${kindLook(passage)}`}
        >
          <TextLink look="reference" href={`/groups/${groupId}/texts/${passage.textId}/p/${passage.ordinal}`}>
            <bdi>{shownReference(passage.reference, passage.text)}</bdi>
          </TextLink>
          {folded && passage.text.length > firstLines ? (
            <FirstLines whole={t('wholePassage')} less={t('firstLines')}>
              <Words passage={passage} />
            </FirstLines>
          ) : (
            <p>
              <Words passage={passage} />
            </p>
          )}
        </div>
      ))}
      {passages.length === mostPassages && <p className="text-soft">{t('morePassages', { count: mostPassages })}</p>}
    </section>
  )
}

/** What three lines of a phone hold in any case, in UTF-16 units. */
const firstLines = 90

function kindLook({ kind }: PassageInFull): string {
  switch (kind) {
    case 'heading':
      return 'font-title'
    case 'quote':
      return 'font-serif-italic italic'
    default:
      return ''
  }
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

interface ActsProps extends Pick<CurrentItemProps, 'floor' | 'foremostAct'> {
  readonly place: number
}

/** What can be done from here: how it goes on, for who conducts; on a phone, where presence stands further down, that one is here. */
function Acts({ floor, place, foremostAct }: ActsProps) {
  const t = useTranslations('floor')
  const { can, items } = floor
  if (!can.conduct)
    return (
      (can.come || foremostAct !== null) && (
        <div className="contents md:hidden">
          <ActBar label={t(foremostAct === null ? 'presence' : 'acts')}>
            {foremostAct}
            {can.come && <IAmHere meetingId={floor.id} />}
          </ActBar>
        </div>
      )
    )
  const before = items[place - 1]
  const after = items.slice(place + 1).find(({ state }) => state === 'open')
  return (
    <div className="contents md:mt-8 md:block">
      <ActBar label={t('acts')}>
        {foremostAct}
        {!can.lead && can.come && (
          <div className="contents md:hidden">
            <IAmHere meetingId={floor.id} />
          </div>
        )}
        {before && (
          <GoTo
            meetingId={floor.id}
            item={before}
            icon={<ArrowLeft className="rtl:-scale-x-100" aria-hidden />}
            word={<span className="max-md:sr-only">{t('previous')}</span>}
          />
        )}
        <ActButton
          act={{ route: 'DELETE /meetings/{meetingId}/current-item', params: { meetingId: floor.id } }}
          icon={<Check aria-hidden />}
        >
          {t('finish')}
        </ActButton>
        {after && (
          <GoTo
            // One act is the one to do: an answer that is asked for comes before the next item.
            primary={can.lead && !items[place]?.conclusions.some(({ asked }) => asked !== null)}
            meetingId={floor.id}
            item={after}
            icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}
            word={t('next')}
          />
        )}
      </ActBar>
      <div className="print:hidden flex flex-wrap gap-2 max-md:pt-3 md:mt-4">
        {can.lead && can.come && (
          <div className="contents md:hidden">
            <IAmHere meetingId={floor.id} isQuiet />
          </div>
        )}
        <ButtonLink
          icon={<PencilLine aria-hidden />}
          href={`/groups/${floor.groupId}/meetings/${floor.id}/conclusions/new?item=${floor.currentItemId}`}
        >
          {t('draftHere')}
        </ButtonLink>
      </div>
    </div>
  )
}

interface GoToProps {
  readonly meetingId: string
  readonly item: FloorItem
  readonly icon: ReactNode
  readonly word: ReactNode
  readonly primary?: boolean
}

function GoTo({ meetingId, item, icon, word, primary = false }: GoToProps) {
  return (
    <ActButton
      variant={primary ? 'primary' : 'quiet'}
      act={{
        route: 'PUT /meetings/{meetingId}/current-item',
        params: { meetingId },
        body: { itemId: item.id },
      }}
      icon={icon}
      title={item.title}
    >
      {word}
    </ActButton>
  )
}
