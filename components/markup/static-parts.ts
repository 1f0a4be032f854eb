/**
 * Components that have no script become HTML here, in one walk: the one place where words become markup outside of React, and where
 * they are escaped. What has a script of its own, or waits for something, is left to React, and so is whatever contains it.
 */
import Link from 'next/link'
import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { escaped, markupOfAttributes, withoutChildren } from './attributes.ts'

type Props = Readonly<Record<string, unknown>>
type Element = ReactElement<Props>

/** What became of a part of the page. */
export type MarkupPart =
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'markup'; readonly element: StaticElement; readonly key: string | null }
  | { readonly is: 'live'; readonly node: ReactNode; readonly key: string | null }

/** An element whose content is markup. */
export interface StaticElement {
  readonly tag: string
  /** Its attributes, as React calls them. */
  readonly props: Props
  /** All that stands in it. */
  readonly inner: string
  /** The element of which it was made. */
  readonly source: Element
}

/** Puts on the page what stands beside something that is alive. */
export type Place = (part: MarkupPart) => ReactNode

/** What a browser fills in or runs, or whose state is not in its attributes: React's, with all that it contains. */
const leftToReact = new Set(
  'button form input textarea select option script style link meta title head html body iframe object svg math dialog'.split(
    ' ',
  ),
)

const withoutEnd = new Set(['br', 'hr', 'img', 'wbr', 'col'])

/** The parts of which some nodes consist, in their order. Components are called here, with what they ask of the request. */
export function staticParts(node: ReactNode, place: Place): readonly MarkupPart[] {
  if (node === null || node === undefined || typeof node === 'boolean') return []
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint')
    return [{ is: 'words', words: String(node) }]
  if (Array.isArray(node)) return node.flatMap((one) => staticParts(one, place))
  if (!isValidElement<Props>(node)) return [{ is: 'live', node, key: null }]
  const parts = partsOf(node, place)
  const { key } = node
  if (key === null) return parts
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return [only.is === 'words' ? only : { ...only, key }]
  return parts.map((part, n) => (part.is === 'words' ? part : { ...part, key: `${key} ${n}` }))
}

function partsOf(element: Element, place: Place): readonly MarkupPart[] {
  const { type, props } = element
  if (type === Runs) return merged(staticParts(props.children as ReactNode, place))
  if (type === Fragment) return staticParts(props.children as ReactNode, place)
  if (typeof type === 'string') return [hostPart(type, element, place)]
  // A link is followed by the router also as markup (kept-markup.tsx).
  if ((type as unknown) === Link) return [hostPart('a', element, place, { 'data-follow': true })]
  const made = call(type, props)
  if (made !== notCalled) return staticParts(made as ReactNode, place)
  const icon = isClient(type) ? iconOf(props) : null
  return [icon === null ? live(element) : { is: 'markup', key: null, element: { ...icon, source: element } }]
}

function live(node: Element): MarkupPart {
  return { is: 'live', node, key: node.key }
}

function hostPart(tag: string, source: Element, place: Place, more: Props = {}): MarkupPart {
  const { props } = source
  if (leftToReact.has(tag) || 'dangerouslySetInnerHTML' in props) return live(source)
  const parts = staticParts(props.children as ReactNode, place)
  if (parts.some(({ is }) => is === 'live'))
    return { is: 'live', key: null, node: createElement(source.type, withoutChildren(props), ...parts.map(place)) }
  return {
    is: 'markup',
    key: null,
    element: { tag, props: { ...props, ...more }, inner: parts.map(partMarkup).join(''), source },
  }
}

/**
 * Blocks one under another, of which the layout knows no more than that. Those without a script that follow each other become one piece
 * of markup, in an element of its own, where others among them have one.
 */
export function Runs({ children }: { readonly children: ReactNode }) {
  return children
}

function merged(parts: readonly MarkupPart[]): readonly MarkupPart[] {
  if (!parts.some(({ is }) => is === 'live')) return parts
  const runs: MarkupPart[][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (part.is === 'live' || last === undefined || last[0]?.is === 'live') runs.push([part])
    else last.push(part)
  }
  return runs.map((run) => {
    const [only] = run
    if (only?.is === 'live') return only
    const source = createElement('div', {}, ...run.map((part) => (part.is === 'markup' ? part.element.source : null)))
    const key = only?.is === 'markup' ? `${only.key} on` : null
    return { is: 'markup', key, element: { tag: 'div', props: {}, inner: run.map(partMarkup).join(''), source } }
  })
}

/** A part as markup. */
export function partMarkup(part: MarkupPart): string {
  switch (part.is) {
    case 'words':
      return escaped(part.words)
    case 'markup': {
      const { tag, props, inner } = part.element
      const begin = `<${tag}${markupOfAttributes(tag, props)}`
      return withoutEnd.has(tag) ? `${begin}/>` : `${begin}>${inner}</${tag}>`
    }
    case 'live':
      throw new Error('A component with a script cannot stand in markup.')
    default:
      return part satisfies never
  }
}

const notCalled = Symbol('not called')

/**
 * What a component makes of its props. A server component has no state, so that it can be called; one that waits is left to the
 * framework, and one of the browser is none to call.
 */
function call(type: unknown, props: Props): unknown {
  if (typeof type === 'function') return isClient(type) || isAsync(type) ? notCalled : type(props)
  if (typeof type !== 'object' || type === null || isClient(type)) return notCalled
  if ('render' in type && typeof type.render === 'function') return type.render(props, null)
  return 'type' in type && typeof type.type === 'function' ? call(type.type, props) : notCalled
}

function isClient(type: unknown): boolean {
  return (
    (typeof type === 'function' || typeof type === 'object') &&
    type !== null &&
    '$$typeof' in type &&
    type.$$typeof === Symbol.for('react.client.reference')
  )
}

function isAsync(type: object): boolean {
  return type.constructor.name === 'AsyncFunction'
}

type IconNode = readonly (readonly [string, Readonly<Record<string, string>>])[]

/** An icon of lucide: its component is the browser's, for a setting that is not used here. */
function iconOf({ icon, className = '', ...props }: Props): Omit<StaticElement, 'source'> | null {
  if (typeof icon !== 'object' || icon === null || !('node' in icon) || !Array.isArray(icon.node)) return null
  const lines = (icon.node as IconNode).map(
    ([tag, { key: _, ...attributes }]) => `<${tag}${markupOfAttributes(tag, attributes)}/>`,
  )
  const given = {
    ...{ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' },
    ...props,
    className: className === '' ? undefined : className,
  }
  return { tag: 'svg', props: given, inner: lines.join('') }
}
