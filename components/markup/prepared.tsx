import { createElement, Fragment, type ReactNode } from 'react'
import { layDown } from '#lib/markup/said-once.ts'
import { writtenOn } from './attributes.ts'
import { KeptMarkup, type MarkupSaid } from './kept-markup.tsx'
import { type MarkupPart, partMarkup, type StaticElement, staticParts } from './static-parts.ts'

export type PreparedProps = {
  /** Components without a script in whatever number; those with one work in it as everywhere. */
  readonly children: ReactNode
}

/**
 * What stands in it is written as everything else and weighs little: it becomes HTML in one walk and is sent once, in the document or,
 * when the router asks, with the data of the page. In the browser it stays as it came, through renewals too, as long as it is the same.
 */
export function Prepared({ children }: PreparedProps) {
  return createElement(Fragment, null, ...staticParts(children, placed).map(placed))
}

/** Components without a script as markup, for a client component that places it itself with `KeptMarkup`. Throws where one has a script. */
export function saidAsMarkup(children: ReactNode): MarkupSaid {
  return said(staticParts(children, placed).map(partMarkup).join(''))
}

/** Shorter markup, in UTF-16 units, is no lighter than the element of which it was made. */
const shortest = 200

function placed(part: MarkupPart): ReactNode {
  if (part.is === 'words') return part.words
  const node = part.is === 'live' ? part.node : kept(part.element)
  return part.key === null ? node : <Fragment key={part.key}>{node}</Fragment>
}

function kept({ tag, props, inner, source }: StaticElement): ReactNode {
  if (inner.length < shortest) return source
  return <KeptMarkup as={tag} attributes={writtenOn(props)} {...said(inner)} />
}

function said(markup: string): MarkupSaid {
  const name = layDown(markup)
  return name === null ? { markup } : { name }
}
