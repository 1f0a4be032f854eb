'use client'
import { ChevronDown, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { IconButton } from '#components/actions/icon-button.tsx'
import { gutterLook } from '#components/frame/gutter.ts'
import { showToast } from '#components/overlays/toast.ts'
import type { TourKey } from '#lib/demo/tour.ts'
import { goToPoint, lookAsHeadOf, renewAsAnother, setTouring } from './perspective.ts'

export type TourNoteProps = {
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  /** The points in their order, in words. `href` null: as whom one looks now one knows of no such page. */
  readonly stops: readonly {
    readonly key: TourKey
    readonly href: string | null
    /** The party as whose head to look; null: as oneself. */
    readonly partyId: string | null
    /** Which point it is, and as whom to look. */
    readonly asked: string
    readonly notice: string
    /** Changes to whom it asks for. */
    readonly look: string
  }[]
  readonly words: Readonly<Record<'title' | 'elsewhere' | 'previous' | 'next' | 'toFirst' | 'more' | 'close', string>>
}

/** Where somebody stands on a phone to act on words, the note is one line until it is asked for. */
const folded = 'max-md:group-has-data-foremost/page:line-clamp-1'
const hidden = 'max-md:group-has-data-foremost/page:hidden'

type Stop = TourNoteProps['stops'][number]

/** Says at a point of the tour as whom to look and what to notice, and leads to the one before and after. */
export function TourNote({ groupId, current, stops, words }: TourNoteProps) {
  const own = useTranslations('components.page')
  const [closed, setClosed] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const at = stopAt(usePathname(), stops)
  if (closed) return null
  const run = (work: () => Promise<void>) => {
    void work().catch(() => showToast({ message: own('failed') }))
  }
  const go = ({ partyId, key }: Stop) =>
    run(async () => {
      if (partyId === current || (await lookAsHeadOf(partyId))) await goToPoint(groupId, key)
    })
  const look = ({ partyId }: Stop) =>
    run(async () => {
      if (await lookAsHeadOf(partyId)) await renewAsAnother()
    })
  const close = () => {
    setTouring(false)
    setClosed(true)
  }
  const stop = stops[at]
  const [before, after] = [stops[at - 1], stops[at + 1]]
  return (
    <aside
      aria-label={words.title}
      className={`${gutterLook} border-t border-line py-2 max-md:group-has-data-foremost/page:py-0`}
    >
      <div className="flex items-start gap-3 max-md:group-has-data-foremost/page:items-center max-md:group-has-data-foremost/page:gap-0">
        <div className="grid min-w-0 flex-1 gap-2">
          <p className={`max-w-reading ${isOpen ? 'max-md:py-1' : folded}`}>
            {stop === undefined ? (
              words.elsewhere
            ) : (
              <>
                <span className="font-medium">{stop.asked}</span> {stop.notice}
              </>
            )}
          </p>
          <div className={`flex flex-wrap gap-2 ${isOpen ? 'max-md:pb-1' : hidden}`}>
            {stop !== undefined && stop.partyId !== current && (
              <Button size="small" variant="primary" onClick={() => look(stop)}>
                {stop.look}
              </Button>
            )}
            {before !== undefined && (
              <Button size="small" onClick={() => go(before)}>
                {words.previous}
              </Button>
            )}
            {after !== undefined && (
              <Button size="small" onClick={() => go(after)}>
                {stop === undefined ? words.toFirst : words.next}
              </Button>
            )}
          </div>
        </div>
        <span className="hidden max-md:group-has-data-foremost/page:contents">
          <IconButton
            label={words.more}
            icon={<ChevronDown className={isOpen ? 'rotate-180' : ''} aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </span>
        <IconButton label={words.close} icon={<X aria-hidden />} onClick={close} />
      </div>
    </aside>
  )
}

/** Which point a page belongs to: it is its page, or another step of the same meeting; -1: none. */
function stopAt(path: string, stops: readonly Stop[]): number {
  return stops.findIndex(({ href }) => href !== null && isWithin(path, href))
}

function isWithin(path: string, href: string): boolean {
  if (href === '/') return path === '/'
  const whole = href.replace(/^(\/groups\/[^/]+\/(?:meetings|texts)\/[^/]+).*$/, '$1')
  return path === whole || path.startsWith(`${whole}/`)
}
