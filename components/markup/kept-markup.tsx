'use client'
import { createElement, type FocusEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useGoing } from '../actions/use-going.ts'
import { renewMarkup } from './renewed.ts'

/** What says which markup it is. */
export interface MarkupSaid {
  /** Where it stands in the document already, a name that only this markup has. */
  readonly name?: string
  /** Elsewhere the HTML itself. */
  readonly markup?: string
}

export interface KeptMarkupProps extends MarkupSaid {
  /** The element in which it stands, and what else is said of that. */
  readonly as: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** What prepared parts of a page become: in the document the HTML that waits there (lib/markup/said-once.ts), in the browser the same, read from the page. */
export function KeptMarkup({ as, attributes, name, markup }: KeptMarkupProps) {
  const { follow, renew } = useGoing()
  const [before, show] = useState(() => standing({ name, markup }))
  const shown = next(before, { name, markup })
  if (shown !== before) show(shown)
  const asked = useRef(false)
  useEffect(() => {
    if (shown.html.__html !== '') return keep(shown)
    // One came back to a page whose markup is kept no longer.
    if (asked.current) return
    asked.current = true
    renew()
  }, [shown, renew])
  const [first, begin] = useState({ as, html: shown.html })
  if (first.as !== as) begin({ as, html: shown.html })
  const { host, ...focus } = useRenewed(shown.html)
  const press = (event: MouseEvent) => {
    const href = hrefFollowed(event)
    if (href === null) return
    event.preventDefault()
    follow(href)
  }
  return createElement(as, {
    ...attributes,
    // Without a name too: what stands in it is heard here, by whatever way it came.
    'data-markup': name ?? '',
    ref: host,
    onClick: press,
    ...focus,
    // For another object the framework would set all elements anew.
    dangerouslySetInnerHTML: first.html,
    suppressHydrationWarning: true,
  })
}

/** What can have the focus in markup. */
const focusable = 'a[href], button, summary'

/** Where something that has the focus stands: within the nearest element that has a name, and the how manieth there. */
interface Focused {
  readonly within: string
  readonly place: number
}

/** Changes what stands there to what is said now. What takes the place of what had the focus has it then, so that nobody begins anew at the top. */
function useRenewed(html: Standing['html']) {
  const focused = useRef<Focused | null>(null)
  const host = useRef<HTMLElement>(null)
  const standing = useRef(html)
  useLayoutEffect(() => {
    if (host.current === null || html === standing.current) return
    standing.current = html
    renewMarkup(host.current, parsed(html.__html).content)
    if (focused.current === null || document.activeElement !== document.body) return
    const { within, place } = focused.current
    const holder = within === '' ? host.current : host.current?.querySelector(`[id="${CSS.escape(within)}"]`)
    const candidates = [...(holder?.querySelectorAll<HTMLElement>(focusable) ?? [])]
    ;(candidates[place] ?? candidates.at(-1))?.focus({ preventScroll: true })
  }, [html])
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    const named = target.parentElement?.closest('[id]')
    const holder = named && currentTarget.contains(named) && named !== currentTarget ? named : currentTarget
    const place = [...holder.querySelectorAll(focusable)].indexOf(target)
    focused.current = place < 0 ? null : { within: holder === currentTarget ? '' : holder.id, place }
  }
  const onBlur = ({ target }: FocusEvent<HTMLElement>) => {
    if (target.isConnected) focused.current = null
  }
  return { host, onFocus, onBlur }
}

type Given = Readonly<Record<'name' | 'markup', string | undefined>>

/** What is shown, and as what it came. For another `html`, though it said the same, React would set the elements anew. */
interface Standing extends Given {
  readonly html: { readonly __html: string }
}

function standing({ name, markup }: Given): Standing {
  return { name, markup, html: { __html: markup ?? (name === undefined ? '' : laidDown(name)) } }
}

/** After a renewal: the same elements, with what is selected and focused in them, for as long as they say the same. */
function next(shown: Standing, given: Given): Standing {
  const { name, markup } = given
  if (name !== undefined) return name === shown.name ? shown : standing(given)
  if (markup === undefined || markup === shown.markup) return shown
  if (shown.markup !== undefined || asParsed(markup) !== shown.html.__html) return standing(given)
  return { ...shown, markup }
}

/** As the browser would tell it of its elements. */
function asParsed(markup: string): string {
  return parsed(markup).innerHTML
}

function parsed(markup: string): HTMLTemplateElement {
  const holder = document.createElement('template')
  holder.innerHTML = markup
  return holder
}

const shared = Symbol.for('concordance.markup-of-answer')

interface Answering {
  [shared]?: { getStore(): { readonly markup: ReadonlyMap<string, string> } | undefined }
}

function laidDown(name: string): string {
  if (typeof document === 'undefined') return (globalThis as Answering)[shared]?.getStore()?.markup.get(name) ?? ''
  return kept.get(name) ?? document.querySelector(`[data-markup="${name}"]`)?.innerHTML ?? ''
}

/** Markup that came with the document, by its name, the latest last: one may come back to it. */
const kept = new Map<string, string>()

/** Most of it, in UTF-16 units. */
const mostKept = 4_000_000

/** Markup that came with another document of this product, taken from it: it can be shown here by its name. */
export function keepMarkup(name: string, html: string): void {
  keep({ name, html: { __html: html } })
}

function keep({ name, html }: Pick<Standing, 'name' | 'html'>): void {
  if (name === undefined) return
  kept.delete(name)
  kept.set(name, html.__html)
  let size = 0
  for (const one of kept.values()) size += one.length
  for (const [oldest, { length }] of kept) {
    if (size <= mostKept) break
    kept.delete(oldest)
    size -= length
  }
}

/** The address to which a press leads within the product; null: it leads elsewhere, or into another tab, or to another place of this page, and is the browser's. */
function hrefFollowed(event: MouseEvent): string | null {
  const { target, defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null
  const link = target instanceof Element ? target.closest('a[data-follow]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return null
  const isHere = link.hash !== '' && link.pathname === location.pathname && link.search === location.search
  return isHere ? null : link.pathname + link.search + link.hash
}
