'use client'
import { ChevronDown, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button, ButtonAnchor } from '#components/actions/button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import type { TourKey } from '#lib/demo/tour.ts'
import { Note, useRunning } from './note-of-tour.tsx'
import { goToPoint, lookAsHeadOf, renewAsAnother } from './perspective.ts'
import { TourOver } from './tour-over.tsx'

/** One point of the tour, in words. */
interface Stop {
  readonly key: TourKey
  /** Its page; null: as whom one looks now one knows of no such page. */
  readonly href: string | null
  /** The section of that page of which it speaks, and the words that lead there; null: of none. */
  readonly section: { readonly at: string; readonly label: string } | null
  /** The party as whose head to look; null: as oneself. */
  readonly partyId: string | null
  /** Which point it is, and as whom to look. */
  readonly asked: string
  readonly notice: string
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
  /** The point to which one came last. */
  readonly at: TourKey
  /** The points in their order. */
  readonly stops: readonly Stop[]
  readonly words: Readonly<
    Record<'title' | 'previous' | 'next' | 'more' | 'putAway' | 'end' | 'ended' | 'ownGroups' | 'close', string>
  >
  /** The tour was ended just now. */
  readonly isOver: boolean
  readonly onPutAway: () => void
  readonly onEnd: () => void
}

/** Where somebody stands on a phone to act on words, the note is one line until it is asked for. */
const folded = 'max-md:group-has-data-foremost/page:line-clamp-1'
const hidden = 'max-md:group-has-data-foremost/page:hidden'

/**
 * Says at the point of the tour that is kept as whom to look and what to notice, and leads to the one before and after. On every other
 * page it is one line that leads back. The last point ends the tour, and what comes after it is said.
 */
export function TourNote({ groupId, current, at, stops, words, isOver, onPutAway, onEnd }: TourNoteProps) {
  const path = usePathname()
  const run = useRunning()
  const stop = stops.find(({ key }) => key === at)
  if (isOver) return <TourOver current={current} words={words} />
  if (stop === undefined) return null
  const close = <IconButton label={words.putAway} icon={<X aria-hidden />} onClick={onPutAway} />
  const go = ({ partyId, key }: Stop) =>
    run(async () => {
      if (partyId === current || (await lookAsHeadOf(partyId))) await goToPoint(groupId, key)
    })
  if (stop.href === null || !isWithin(path, stop.href)) {
    return (
      <Note title={words.title} isLine close={close}>
        <p className="min-w-0 flex-1 truncate">{stop.isKept}</p>
        <Button size="small" onClick={() => go(stop)}>
          {stop.back}
        </Button>
      </Note>
    )
  }
  return <AtPoint stop={stop} {...{ current, stops, words, close, go, onEnd }} />
}

type AtPointProps = Pick<TourNoteProps, 'current' | 'stops' | 'words' | 'onEnd'> & {
  readonly stop: Stop
  readonly close: ReactNode
  readonly go: (stop: Stop) => void
}

function AtPoint({ stop, current, stops, words, close, go, onEnd }: AtPointProps) {
  const run = useRunning()
  const [isOpen, setOpen] = useState(false)
  const index = stops.indexOf(stop)
  const [before, after] = [stops[index - 1], stops[index + 1]]
  const look = () =>
    run(async () => {
      if (await lookAsHeadOf(stop.partyId)) await renewAsAnother()
    })
  const more = (
    <span className="hidden max-md:group-has-data-foremost/page:contents">
      <IconButton
        label={words.more}
        icon={<ChevronDown className={isOpen ? 'rotate-180' : ''} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
    </span>
  )
  return (
    <Note title={words.title} more={more} close={close}>
      <div className="grid min-w-0 flex-1 gap-2">
        <p className={`max-w-reading ${isOpen ? 'max-md:py-1' : folded}`}>
          <span className="font-medium">{stop.asked}</span> {stop.notice}
        </p>
        <div className={`flex flex-wrap gap-2 ${isOpen ? 'max-md:pb-1' : hidden}`}>
          {stop.partyId !== current && (
            <Button size="small" variant="primary" onClick={look}>
              {stop.look}
            </Button>
          )}
          {/* The browser itself goes there: then it marks the section too. */}
          {stop.section !== null && (
            <ButtonAnchor size="small" href={`${stop.href}?at=${stop.section.at}`}>
              {stop.section.label}
            </ButtonAnchor>
          )}
          {before !== undefined && (
            <Button size="small" onClick={() => go(before)}>
              {words.previous}
            </Button>
          )}
          <Button size="small" onClick={after === undefined ? onEnd : () => go(after)}>
            {after === undefined ? words.end : words.next}
          </Button>
        </div>
      </div>
    </Note>
  )
}

/** Whether a page belongs to a point: it is its page, or another step of the same meeting. */
function isWithin(path: string, href: string): boolean {
  if (href === '/') return path === '/'
  const whole = href.replace(/^(\/groups\/[^/]+\/(?:meetings|texts)\/[^/]+).*$/, '$1')
  return path === whole || path.startsWith(`${whole}/`)
}
