'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '#lib/api/answer.ts'
import type { Contents } from '../queries/contents.ts'
import type { TextPage } from '../queries/list.ts'
import type { PassageWindow } from '../queries/passages.ts'

/** What came of a question to the API. */
export type Asked<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly view: T }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'failed' }

async function ask<T>(path: string): Promise<Asked<T>> {
  try {
    const response = await fetch(`/api/v1${path}`)
    if (response.ok) return { state: 'here', view: await response.json() }
    return { state: 'refused', message: ((await response.json()) as Problem).title }
  } catch {
    return { state: 'failed' }
  }
}

/** The published texts of a group, page by page: `more` fetches the next page. */
export function useTexts(groupId: string) {
  const [texts, setTexts] = useState<TextPage['texts']>([])
  const [page, setPage] = useState(0)
  const [pages, setPages] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const more = useCallback(async () => {
    const next = await ask<TextPage>(`/groups/${groupId}/texts?page=${page + 1}`)
    setFailed(next.state !== 'here')
    if (next.state !== 'here') return
    const published = next.view.texts.filter(({ editions }) => editions.some(({ state }) => state === 'published'))
    setTexts((known) => [...known, ...published])
    setPage(page + 1)
    setPages(next.view.pages)
  }, [groupId, page])
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void more()
  }, [more])
  return { texts, isThereMore: pages !== null && page < pages, isKnown: pages !== null, failed, more }
}

/** A place in a text to look at: an ordinal, or a reference as somebody typed it. */
export type Place = { readonly from: number } | { readonly at: string }

/** The passages at a place. A refusal or a failure leaves what was there before. */
export function useWindow(textId: string | null) {
  const [shown, setShown] = useState<PassageWindow | null>(null)
  const [problem, setProblem] = useState<Exclude<Asked<PassageWindow>, { state: 'here' }> | null>(null)
  const go = useCallback(
    async (place: Place): Promise<PassageWindow | null> => {
      if (textId === null) return null
      setProblem({ state: 'waiting' })
      const where = 'at' in place ? `at=${encodeURIComponent(place.at)}` : `from=${place.from}`
      const answer = await ask<PassageWindow>(`/texts/${textId}/passages?${where}`)
      setProblem(answer.state === 'here' ? null : answer)
      if (answer.state !== 'here') return null
      setShown(answer.view)
      return answer.view
    },
    [textId],
  )
  useEffect(() => {
    setShown(null)
    void go({ from: 1 })
  }, [go])
  return { shown, problem, go }
}

/** The headings of a text. */
export function useContents(textId: string | null): Contents['lines'] {
  const [lines, setLines] = useState<Contents['lines']>([])
  useEffect(() => {
    let isCurrent = true
    setLines([])
    if (textId === null) return
    void ask<Contents>(`/texts/${textId}/contents`).then((answer) => {
      if (isCurrent && answer.state === 'here') setLines(answer.view.lines)
    })
    return () => {
      isCurrent = false
    }
  }, [textId])
  return lines
}
