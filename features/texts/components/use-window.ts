'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Call, ReadAddress, ViewOf } from '#lib/api/contract.ts'
import { read } from '#lib/api/send.ts'
import type { Contents, FoundWords, PassageInContext, PassageWindow, TextPage } from '../views.ts'

/** What came of a question to the API. */
export type Found<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly view: T }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'failed' }

async function ask<A extends ReadAddress>(question: Call<A>): Promise<Found<ViewOf<A>>> {
  try {
    const answer = await read(question)
    return answer.ok ? { state: 'here', view: answer.view } : { state: 'refused', message: answer.problem.title }
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
    const next = await ask({ route: 'GET /groups/{groupId}/texts', params: { groupId }, query: { page: page + 1 } })
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

/** The passages from one on, by their ordinal. A refusal or a failure leaves what was there before. */
export function useWindow(textId: string) {
  const [shown, setShown] = useState<PassageWindow | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const go = useCallback(
    async (from: number): Promise<PassageWindow | null> => {
      setFailed(false)
      const answer = await ask({ route: 'GET /texts/{textId}/passages', params: { textId }, query: { from } })
      setFailed(answer.state !== 'here')
      if (answer.state !== 'here') return null
      setShown(answer.view)
      return answer.view
    },
    [textId],
  )
  useEffect(() => {
    setShown(null)
    void go(1)
  }, [go])
  return { shown, hasFailed, go }
}

/** Asks where words stand in a text, and which passages they name. */
export function askFound(textId: string, words: string): Promise<Found<FoundWords>> {
  return ask({ route: 'GET /texts/{textId}/found', params: { textId }, query: { q: words } })
}

/** Asks for one passage with those next to it. */
export function askPassage(textId: string, ordinal: number): Promise<Found<PassageInContext>> {
  return ask({ route: 'GET /texts/{textId}/passages/{ordinal}', params: { textId, ordinal } })
}

/** The headings of a text. */
export function useContents(textId: string): Contents['lines'] {
  const [lines, setLines] = useState<Contents['lines']>([])
  useEffect(() => {
    let isCurrent = true
    setLines([])
    void ask({ route: 'GET /texts/{textId}/contents', params: { textId } }).then((answer) => {
      if (isCurrent && answer.state === 'here') setLines(answer.view.lines)
    })
    return () => {
      isCurrent = false
    }
  }, [textId])
  return lines
}
