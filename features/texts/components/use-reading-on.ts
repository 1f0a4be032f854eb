'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { beginningOfPart, mostAtOnce, partSize } from '#domain/text/window.ts'
import { fetchParts, placeInAddress, type ReaderPart, readOnBefore, rememberReadOn } from './parts-read-on.ts'

/** A text of which a page holds the beginning. */
export interface Read {
  /** The address of the text. */
  readonly at: string
  readonly editionId: string
  /** What the page came with, in their order; one at least. */
  readonly parts: readonly ReaderPart[]
  /** Number of passages of the edition. */
  readonly total: number
}

/** The parts of a text that are there, and what brings more of them. */
export function useReadingOn({ at, editionId, parts, total }: Read) {
  const first = parts[0]?.from ?? 1
  const about = `${editionId} ${first}`
  const [more, setMore] = useState(() => readOnBefore(about, { at, first }))
  const shown = following([...parts, ...more.filter(({ from }) => from > (parts.at(-1)?.to ?? 0))])
  const last = shown.at(-1)?.to ?? first
  const isFull = last - first + 1 >= mostAtOnce
  const coming = useRef<Promise<boolean> | null>(null)

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
  /** Fetches what follows up to a passage, shows it and says so in the address; false: nothing came. Whoever asks meanwhile waits for what comes. */
  const readOn = (to = last + partSize): Promise<boolean> => {
    if (last >= total || isFull) return Promise.resolve(false)
    coming.current ??= fetchUpTo(to)
    return coming.current
  }
  return { shown, first, last, isFull, readOn }
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

type ReadingOn = ReturnType<typeof useReadingOn>

/** What a press on "Read on" does, and what is said of it: the focus goes to the first passage that came. */
export function useReadOnPress({ last, readOn }: ReadingOn, total: number) {
  const t = useTranslations('texts.readingOn')
  const [said, say] = useState('')
  const focusOn = useRef<number | null>(null)
  useEffect(() => {
    if (focusOn.current === null || focusOn.current > last) return
    document.getElementById(`p-${focusOn.current}`)?.querySelector('a')?.focus()
    focusOn.current = null
  }, [last])
  const press = async () => {
    focusOn.current = last + 1
    if (await readOn()) return say(t('added', { from: last + 1, to: Math.min(last + partSize, total) }))
    focusOn.current = null
    say(t('failed'))
  }
  return { said, press }
}

/** Reads on when the element comes within a screen and a half of what is seen; anew after each part, for it may still be. */
export function useNearing({ last, readOn }: ReadingOn, total: number) {
  const end = useRef<HTMLElement>(null)
  const nears = useEffectEvent(() => void readOn())
  useEffect(() => {
    if (end.current === null || last >= total) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && nears(), {
      rootMargin: '0px 0px 150% 0px',
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [last, total])
  return end
}

/** Before the browser looks for words on the page, all of them are fetched that it may hold. */
export function useFindKey({ last, readOn }: ReadingOn, total: number): void {
  const isWanted = useRef(false)
  const fetchAll = useEffectEvent(() => {
    if (isWanted.current) void readOn(total)
  })
  // What came may be less than what is wanted.
  useEffect(() => {
    if (last < total) fetchAll()
  }, [last, total])
  useEffect(() => {
    const look = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key !== 'F3' && !(key.toLowerCase() === 'f' && (ctrlKey || metaKey))) return
      isWanted.current = true
      fetchAll()
    }
    window.addEventListener('keydown', look)
    return () => window.removeEventListener('keydown', look)
  }, [])
}

/** An address that names a passage which is not here leads to the part in which it stands: what follows `#` no server hears of. */
export function useDeepLink(at: string, total: number): void {
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
