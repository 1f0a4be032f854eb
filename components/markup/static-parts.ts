/**
 * Components that have no script become HTML here, in one walk: the one place where words become markup outside of React, and where
 * they are escaped. What has a script of its own, or waits for something, is left to React, and so is whatever contains it.
 */
import Link from 'next/link'
import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { ActButton, type ActButtonProps } from '../actions/act-button.tsx'
import { MarkedAct } from '../actions/marked-act.tsx'
import { escaped, markupOfAttributes, withoutChildren } from './attributes.ts'
import { type IconData, iconAttributes } from './icon-attributes.ts'
import { isPlainControl, isPlainForm, plainControlProps } from './plain-forms.ts'

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
export type Placing = (part: MarkupPart) => ReactNode

/**
 * What a browser fills in or runs, or whose state is not in its attributes: React's, with all that it contains. A button that opens what
 * it names is markup: what is called here has no handlers.
 */
const leftToReact = new Set(
  'form input textarea select option script style link meta title head html body iframe object math dialog'.split(' '),
)

const withoutEnd = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col'])

/** The parts of which some nodes consist, in their order. Components are called here, with what they ask of the request. */
export function staticParts(node: ReactNode, place: Placing): readonly MarkupPart[] {
  const parts: MarkupPart[] = []
  collect(node, place, parts)
  return parts
}

const nothing: MarkupPart = { is: 'words', words: '' }

/** A long page has thousands of nodes: what is found goes into one list, not through many. */
function collect(node: unknown, place: Placing, parts: MarkupPart[]): void {
  // What is not there keeps its place: what stands after it is the same when it comes.
  if (node === null || node === undefined || typeof node === 'boolean') parts.push(nothing)
  else if (typeof node === 'string') parts.push({ is: 'words', words: node })
  else if (typeof node === 'number' || typeof node === 'bigint') parts.push({ is: 'words', words: String(node) })
  else if (Array.isArray(node)) for (const one of node) collect(one, place, parts)
  else if (isValidElement<Props>(node)) collectKeyed(node, place, parts)
  else parts.push({ is: 'live', node: node as ReactNode, key: null })
}

function collectKeyed(element: Element, place: Placing, parts: MarkupPart[]): void {
  const { key } = element
  const first = parts.length
  collectElement(element, place, parts)
  if (key === null) return
  const isAlone = parts.length === first + 1
  for (let n = first; n < parts.length; n++) {
    const part = parts[n]
    if (part !== undefined && part.is !== 'words') parts[n] = { ...part, key: isAlone ? key : `${key} ${n - first}` }
  }
}

function collectElement(element: Element, place: Placing, parts: MarkupPart[]): void {
  const { type, props } = element
  if (typeof type === 'string') parts.push(hostPart(type, element, place))
  else if (type === Fragment) collect(props.children, place, parts)
  else if (type === Runs) parts.push(...merged(staticParts(props.children as ReactNode, place)))
  // A link is followed by the router also as markup (kept-markup.tsx).
  else if ((type as unknown) === Link) parts.push(hostPart('a', element, place, { 'data-follow': true }))
  // The button of an act says itself what it does: one listener does it (actions/marked-acts.tsx).
  else if (type === ActButton) collect(MarkedAct(props as unknown as ActButtonProps), place, parts)
  else {
    const made = call(type, props)
    if (made === notCalled) parts.push(uncalled(element))
    else collect(made, place, parts)
  }
}

function uncalled(element: Element): MarkupPart {
  const icon = isClient(element.type) ? iconOf(element.props) : null
  return icon === null ? live(element) : { is: 'markup', key: null, element: { ...icon, source: element } }
}

function live(node: Element): MarkupPart {
  return { is: 'live', node, key: node.key }
}

function hostPart(tag: string, source: Element, place: Placing, more?: Props): MarkupPart {
  const { props } = source
  if (isPlainForm(tag, props)) return formPart(source, place)
  if ('dangerouslySetInnerHTML' in props) return live(source)
  if (leftToReact.has(tag)) {
    if (plainForm === null || !isPlainControl(tag, props)) return live(source)
    return controlPart(tag, source, plainForm)
  }
  const parts = staticParts(props.children as ReactNode, place)
  if (parts.some(isLive))
    return { is: 'live', key: null, node: createElement(source.type, withoutChildren(props), ...parts.map(place)) }
  const given = more === undefined ? props : { ...props, ...more }
  return { is: 'markup', key: null, element: { tag, props: given, inner: allMarkup(parts), source } }
}

/** What is known of the plain form in which the walk is; null: it is in none. */
let plainForm: { readonly place: Placing; readonly chosen?: unknown } | null = null

/** Walks what stands in a plain form, or in a list of one. */
function within<T>(form: typeof plainForm, walk: () => T): T {
  const before = plainForm
  plainForm = form
  try {
    return walk()
  } finally {
    plainForm = before
  }
}

/** A piece of its own: what was filled in stays when something beside it is set anew. */
function formPart(source: Element, place: Placing): MarkupPart {
  const { props } = source
  const parts = within({ place }, () => staticParts(props.children as ReactNode, place))
  if (parts.some(isLive)) return live(source)
  const element: StaticElement = { tag: 'form', props, inner: allMarkup(parts), source }
  return { is: 'live', key: null, node: place({ is: 'markup', key: null, element }) }
}

function controlPart(tag: string, source: Element, { place, chosen }: NonNullable<typeof plainForm>): MarkupPart {
  const { props } = source
  const inside = tag === 'select' ? { place, chosen: props.defaultValue } : plainForm
  const parts = within(inside, () => staticParts(props.children as ReactNode, place))
  if (parts.some(isLive)) return live(source)
  const given = plainControlProps(tag, props, chosen)
  return { is: 'markup', key: null, element: { tag, props: given, inner: allMarkup(parts), source } }
}

function isLive({ is }: MarkupPart): boolean {
  return is === 'live'
}

function allMarkup(parts: readonly MarkupPart[]): string {
  let text = ''
  for (const part of parts) text += partMarkup(part)
  return text
}

/**
 * Blocks one under another, of which the layout knows no more than that. Those without a script that follow each other become one piece
 * of markup, in an element of its own, where others among them have one.
 */
export function Runs({ children }: { readonly children: ReactNode }) {
  return children
}

function merged(parts: readonly MarkupPart[]): readonly MarkupPart[] {
  if (!parts.some(isLive)) return parts
  const runs: MarkupPart[][] = []
  for (const part of parts) {
    if (part === nothing) continue
    const last = runs.at(-1)
    if (part.is === 'live' || last === undefined || last[0]?.is === 'live') runs.push([part])
    else last.push(part)
  }
  return runs.map((run) => {
    const [only] = run
    if (only?.is === 'live') return only
    const source = createElement('div', {}, ...run.map((part) => (part.is === 'markup' ? part.element.source : null)))
    const key = only?.is === 'markup' ? `${only.key} on` : null
    return { is: 'markup', key, element: { tag: 'div', props: {}, inner: allMarkup(run), source } }
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

/** An icon of lucide: its component is the browser's. */
function iconOf({ icon, ...props }: Props): Omit<StaticElement, 'source'> | null {
  if (!isIconData(icon)) return null
  const lines = icon.node.map(([tag, { key: _, ...attributes }]) => `<${tag}${markupOfAttributes(tag, attributes)}/>`)
  return { tag: 'svg', props: iconAttributes(props), inner: lines.join('') }
}

function isIconData(icon: unknown): icon is IconData {
  return typeof icon === 'object' && icon !== null && 'node' in icon && Array.isArray(icon.node)
}
