'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { type Quote, quoteFrom } from '#domain/text/quote.ts'
import { shownReference, titleReference } from '#domain/text/reference.ts'
import { assignHref, passageHref } from './passage-href.ts'

export interface SelectionBarProps {
  readonly groupId: string
  readonly textId: string
  readonly title: string
  /** The address under which people reach the instance. */
  readonly baseUrl: string
  /** What the way to give homework on the words is called; absent: the viewer gives none. */
  readonly assign?: string | undefined
}

interface Selected {
  readonly ordinal: number
  readonly reference: string
  readonly quote: Quote
}

/** While words of a passage are selected: copies them with a link that marks them, leads there, or to giving them as homework. */
export function SelectionBar({ groupId, textId, title, baseUrl, assign }: SelectionBarProps) {
  const t = useTranslations('texts.quoting')
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => setSelected(selectedIn(document.getSelection()))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  if (selected === null) return null
  const { ordinal, reference, quote } = selected
  const href = passageHref(groupId, textId, { first: ordinal, quote })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press inside must not end the selection that it is about.
    <div
      className="print:hidden fixed inset-x-0 bottom-0 z-20 border-t border-edge bg-raised px-4 py-2"
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="mx-auto flex max-w-reading flex-wrap items-center gap-x-4 gap-y-1">
        <span className="text-sm text-soft">{t('wordsOf', { reference })}</span>
        <CopyButton label={t('copyQuote')} text={quoteText(quote, title, reference, `${baseUrl}${href}`)} />
        <TextLink href={href}>{t('toWords')}</TextLink>
        {assign && <TextLink href={assignHref(groupId, textId, { first: ordinal, quote })}>{assign}</TextLink>}
      </div>
    </div>
  )
}

/** A quote as it is pasted elsewhere: its words, where they stand, and the link. */
export function quoteText({ exact }: Pick<Quote, 'exact'>, title: string, reference: string, link: string): string {
  const place = reference === shownReference(titleReference, title) ? title : `${title}, ${reference}`
  return `“${exact}”\n${place}\n${link}`
}

/** What is selected of one passage. A selection that runs on into another passage ends with its first one. */
function selectedIn(selection: Selection | null): Selected | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const holder = holderOf(range.startContainer)
  if (holder === null) return null
  const text = holder.textContent
  const start = lengthUpTo(holder, range.startContainer, range.startOffset)
  const isInside = holderOf(range.endContainer) === holder
  const end = isInside ? lengthUpTo(holder, range.endContainer, range.endOffset) : text.length
  const quote = trimmed(text, start, end)
  const { ordinal, reference } = holder.dataset
  if (isRefusal(quote) || ordinal === undefined || reference === undefined) return null
  return { ordinal: Number(ordinal), reference, quote }
}

function holderOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-ordinal]') ?? null
}

function lengthUpTo(holder: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(holder)
  range.setEnd(node, offset)
  return range.toString().length
}

/** A double click takes the space after a word along; a quote does not. */
function trimmed(text: string, start: number, end: number) {
  const words = text.slice(start, end)
  return quoteFrom(text, start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length)
}
