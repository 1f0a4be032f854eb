'use client'
import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { ButtonLink } from '#components/actions/button.tsx'
import { ReadingLayout } from '#components/frame/reading-layout.tsx'
import { KeptMarkup } from '#components/markup/kept-markup.tsx'
import { beginningOfPart, mostAtOnce, partSize } from '#domain/text/window.ts'
import { fetchParts, placeInAddress, type ReaderPart, readOnBefore, rememberReadOn } from './parts-read-on.ts'

export interface ReadingOnProps {
  /** The address of the text. */
  readonly at: string
  readonly editionId: string
  readonly direction: 'ltr' | 'rtl' | undefined
  /** What the page came with, in their order; one at least. */
  readonly parts: readonly ReaderPart[]
  /** Number of passages of the edition. */
  readonly total: number
  /** The way to what stands before. */
  readonly before: ReactNode
}

/**
 * The passages of a text, and on from there: the next part comes when one nears the end, or presses "Read on", which is a link to
 * the same passages and more. The address says how far one has read, so that a page that is fetched again holds as much.
 */
export function ReadingOn({ at, editionId, direction, parts, total, before }: ReadingOnProps) {
  const t = useTranslations('texts.readingOn')
  const first = parts[0]?.from ?? 1
  const about = `${editionId} ${first}`
  const [more, setMore] = useState(() => readOnBefore(about, { at, first }))
  const shown = following([...parts, ...more.filter(({ from }) => from > (parts.at(-1)?.to ?? 0))])
  const last = shown.at(-1)?.to ?? first
  const isFull = last - first + 1 >= mostAtOnce
  const [said, say] = useState('')
  const coming = useRef<Promise<boolean> | null>(null)
  /** The first of those that were asked for by a press: it has the focus once it is there. */
  const focusOn = useRef<number | null>(null)
  /** As far as the browser's own search wants them. */
  const wanted = useRef(0)

  /** Fetches what follows up to `to`, shows it, and says so in the address. False: nothing came. */
  const fetchUpTo = async (to: number): Promise<boolean> => {
    try {
      const came = await fetchParts(at, last + 1, Math.min(to, first + mostAtOnce - 1))
      const all = following([...shown, ...came])
      setMore(all)
      rememberReadOn(about, all)
      placeInAddress({ at, first, last: all.at(-1)?.to ?? last })
      return came.length > 0
    } catch {
      return false
    } finally {
      coming.current = null
    }
  }
  /** One fetch at a time: whoever asks meanwhile waits for what comes. */
  const readOn = (to: number): Promise<boolean> => {
    if (last >= total || isFull) return Promise.resolve(false)
    coming.current ??= fetchUpTo(to)
    return coming.current
  }
  const end = useNearing(() => void readOn(last + partSize), last)
  useFindKey(() => {
    wanted.current = total
    void readOn(total)
  })
  const goOn = useEffectEvent(() => {
    if (wanted.current > last) void readOn(wanted.current)
    if (focusOn.current === null) return
    document.getElementById(`p-${focusOn.current}`)?.querySelector('a')?.focus()
    focusOn.current = null
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever more is there.
  useEffect(() => goOn(), [last])
  useDeepLink(at, total)
  const press = async () => {
    focusOn.current = last + 1
    if (await readOn(last + partSize)) return say(t('added', { from: last + 1, to: Math.min(last + partSize, total) }))
    focusOn.current = null
    say(t('failed'))
  }
  return (
    <>
      <h2 className={first === 1 && last >= total ? 'sr-only' : 'mb-2 text-sm font-normal text-soft tabular-nums'}>
        {t('showing', { from: first, to: last, total })}
      </h2>
      {before}
      <div dir={direction}>
        <ReadingLayout margin>
          {shown.map(({ from, to, ...of }) => (
            <KeptMarkup key={from} as="div" attributes={{ 'data-part': from, 'data-to': to }} {...of} />
          ))}
        </ReadingLayout>
      </div>
      {last < total && (
        <nav ref={end} aria-label={t('more')} className="print:hidden flex flex-wrap gap-3 py-4">
          <ButtonLink
            href={hrefOn({ at, first, last, isFull })}
            icon={<ArrowDown aria-hidden />}
            onClick={(event) => {
              if (isFull || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
              event.preventDefault()
              void press()
            }}
          >
            {t('more')}
          </ButtonLink>
        </nav>
      )}
      <p role="status" className="text-sm text-soft print:hidden">
        {said}
      </p>
    </>
  )
}

/** The same passages and a part more; once a page holds as many as it may, the page that follows. */
function hrefOn(page: {
  readonly at: string
  readonly first: number
  readonly last: number
  readonly isFull: boolean
}): string {
  const { at, first, last, isFull } = page
  if (isFull) return `${at}?from=${last + 1}#p-${last + 1}`
  return `${at}?${first === 1 ? '' : `from=${first}&`}to=${last + partSize}#p-${last + 1}`
}

/** Those that follow each other without a gap, each once. */
function following(parts: readonly ReaderPart[]): readonly ReaderPart[] {
  const run: ReaderPart[] = []
  for (const part of parts) {
    const end = run.at(-1)
    if (end === undefined || part.from === end.to + 1) run.push(part)
  }
  return run
}

/** Calls when the element comes within a screen and a half of what is seen; anew once `place` changed, for it may still be. */
function useNearing(near: () => void, place: number) {
  const end = useRef<HTMLElement>(null)
  const nears = useEffectEvent(near)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has moved is looked at again.
  useEffect(() => {
    if (end.current === null) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && nears(), {
      rootMargin: '0px 0px 150% 0px',
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [place])
  return end
}

/** Before the browser looks for words on the page, all of them are fetched that it may hold. */
function useFindKey(find: () => void): void {
  const finds = useEffectEvent(find)
  useEffect(() => {
    const look = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key === 'F3' || (key.toLowerCase() === 'f' && (ctrlKey || metaKey))) finds()
    }
    window.addEventListener('keydown', look)
    return () => window.removeEventListener('keydown', look)
  }, [])
}

/** An address that names a passage which is not here leads to the part in which it stands: what follows `#` no server hears of. */
function useDeepLink(at: string, total: number): void {
  useEffect(() => {
    const look = () => {
      const ordinal = Number(/^#p-(\d{1,7})$/.exec(location.hash)?.[1] ?? 0)
      if (ordinal < 1 || ordinal > total || document.getElementById(`p-${ordinal}`) !== null) return
      location.replace(`${at}?from=${beginningOfPart(ordinal)}#p-${ordinal}`)
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [at, total])
}
