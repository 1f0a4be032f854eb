'use client'
import { ChevronDown, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import type { TourKey } from '#lib/demo/tour.ts'
import { Note, useRunning } from './note-of-tour.tsx'
import { goToPoint, lookAsHeadOf, renewAsAnother } from './perspective.ts'
import { TourOver } from './tour-over.tsx'

/** To which point one goes, and as whom. */
interface Goal {
  readonly key: TourKey
  /** The party as whose head to look; null: as oneself. */
  readonly partyId: string | null
}

/** One point of the tour, in words. */
interface Stop extends Goal {
  /** Its page, first, and those of the things that it names; as whom one looks now one may know of none. */
  readonly pages: readonly string[]
  /** Which point it is. */
  readonly place: string
  /** As whom to look. */
  readonly asked: string
  /** As whom one looks, where that is whom it asks for. */
  readonly now: string
  /** What to do or to see first, short enough for two lines on a phone. */
  readonly first: ReactNode
  /** What else to notice. */
  readonly notice: ReactNode
  /** Changes to whom it asks for. */
  readonly look: string
  /** That one is elsewhere, and which point is kept. */
  readonly isKept: string
  /** Leads back to it. */
  readonly back: string
}

export type TourNoteProps = {
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  /** The point to which one came last; null: the demo has none. */
  readonly stop: Stop | null
  /** The points beside it; null: it is the first, or the last. */
  readonly before: Goal | null
  readonly after: Goal | null
  readonly words: Readonly<
    Record<'title' | 'previous' | 'next' | 'more' | 'putAway' | 'end' | 'ended' | 'ownGroups' | 'close', string>
  >
  /** The tour was ended just now. */
  readonly isOver: boolean
  readonly onPutAway: () => void
  readonly onEnd: () => void
}

/**
 * Says at the point of the tour that is kept, and where its words lead, as whom one looks and what to notice, and leads to the point
 * before and after. On every other page it is one line that leads back. The last point ends the tour, and what comes after it is said.
 */
export function TourNote(props: TourNoteProps) {
  const { groupId, current, stop, words, isOver, onPutAway } = props
  const path = usePathname()
  const run = useRunning()
  if (isOver) return <TourOver current={current} words={words} />
  if (stop === null) return null
  const go = ({ partyId, key }: Goal) =>
    run(async () => {
      if (partyId === current || (await lookAsHeadOf(partyId))) await goToPoint(groupId, key)
    })
  if (stop.pages.some((page) => isWithin(path, page))) return <AtPoint {...props} stop={stop} go={go} />
  return (
    <Note title={words.title} isLine>
      <p className="min-w-0 flex-1 truncate">{stop.isKept}</p>
      <Button size="small" onClick={() => go(stop)}>
        {stop.back}
      </Button>
      <IconButton label={words.putAway} icon={<X aria-hidden />} onClick={onPutAway} />
    </Note>
  )
}

type AtPointProps = Pick<TourNoteProps, 'current' | 'before' | 'after' | 'words' | 'onPutAway' | 'onEnd'> & {
  readonly stop: Stop
  readonly go: (goal: Goal) => void
}

/** On a phone its first sentence and the way on take one row, and the rest comes when it is asked for. */
function AtPoint({ stop, current, before, after, words, go, onPutAway, onEnd }: AtPointProps) {
  const [isOpen, setOpen] = useState(false)
  const rest = isOpen ? '' : 'max-md:hidden'
  return (
    <Note title={words.title} isTall={isOpen}>
      <Said stop={stop} isAsked={stop.partyId !== current} rest={rest} />
      <Button size="small" onClick={after === null ? onEnd : () => go(after)}>
        {after === null ? words.end : words.next}
      </Button>
      <span className="contents md:hidden">
        <IconButton
          label={words.more}
          icon={<ChevronDown className={isOpen ? 'rotate-180' : ''} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </span>
      <div className={`flex flex-wrap gap-x-3 gap-y-2 max-md:basis-full max-md:pb-1 ${rest}`}>
        {before !== null && (
          <Button size="small" onClick={() => go(before)}>
            {words.previous}
          </Button>
        )}
        <Button size="small" onClick={onPutAway}>
          {words.putAway}
        </Button>
      </div>
    </Note>
  )
}

type SaidProps = {
  readonly stop: Stop
  /** It asks to look as another than one does. */
  readonly isAsked: boolean
  /** Hides on a phone what comes when it is asked for. */
  readonly rest: string
}

/** What a point says. To look as another comes before everything else that it asks. */
function Said({ stop, isAsked, rest }: SaidProps) {
  const run = useRunning()
  const look = () =>
    run(async () => {
      if (await lookAsHeadOf(stop.partyId)) await renewAsAnother()
    })
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2 max-lg:md:basis-full">
      <p className="max-w-reading">
        <span className="font-medium">{stop.place}</span>{' '}
        <span className={rest}>{isAsked ? stop.asked : stop.now} </span>
        <span className={isAsked ? rest : ''}>{stop.first}</span> <span className={rest}>{stop.notice}</span>
      </p>
      {isAsked && (
        <Button size="small" variant="primary" onClick={look}>
          {stop.look}
        </Button>
      )}
    </div>
  )
}

/** Whether a page belongs to another: it is the same, or another step of the same meeting. */
function isWithin(path: string, href: string): boolean {
  const [page = href] = href.split(/[?#]/)
  if (page === '/') return path === '/'
  const whole = page.replace(/^(\/groups\/[^/]+\/(?:meetings|texts)\/[^/]+).*$/, '$1')
  return path === whole || path.startsWith(`${whole}/`)
}
