/** How the attributes of an element are written, and its words: as React writes them, for those that this product uses. */

type Props = Readonly<Record<string, unknown>>

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

/** Words as they stand in HTML, in an element or within double quotes. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (one) => special[one] ?? one) : text
}

/** Names that HTML does not have as React does. */
const names = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['strokeLinecap', 'stroke-linecap'],
  ['strokeLinejoin', 'stroke-linejoin'],
  ['strokeWidth', 'stroke-width'],
  ['tabIndex', 'tabindex'],
])

/** What says something to React, or to the router's link, and nothing to a browser. */
const unwritten = new Set(['children', 'key', 'ref', 'suppressHydrationWarning', 'prefetch', 'replace', 'scroll'])

/** Addresses: a script in one would be run. */
const addresses = new Set(['href', 'src', 'action', 'formAction'])

/**
 * The attributes of an element, each with a space before it.
 *
 * @throws Error for what markup cannot hold: a function, an object, a style, an address that is a script.
 */
export function markupOfAttributes(tag: string, props: Props): string {
  let text = ''
  for (const name in props) {
    const value = props[name]
    if (value === undefined || value === null || unwritten.has(name)) continue
    text += attribute(tag, name, value)
  }
  return text
}

function attribute(tag: string, name: string, value: unknown): string {
  const written = known.get(name) ?? nameOf(tag, name)
  switch (typeof value) {
    case 'string':
      if (addresses.has(name) && isScript(value)) throw new Error(`${name} of <${tag}> leads to a script.`)
      return ` ${written}="${escaped(value)}"`
    case 'number':
      return ` ${written}="${value}"`
    case 'boolean':
      if (name.startsWith('aria-') || name.startsWith('data-')) return ` ${written}="${value}"`
      return value ? ` ${written}=""` : ''
    default:
      throw new Error(`${name} of <${tag}> cannot be written: it is no text.`)
  }
}

/** The names that were looked at, which are those of the code: each once. */
const known = new Map<string, string>()

function nameOf(tag: string, name: string): string {
  if (!/^[a-z][a-zA-Z0-9-]*$/.test(name) || /^on[A-Z]/.test(name))
    throw new Error(`${name} of <${tag}> is no attribute.`)
  const written = names.get(name) ?? name
  known.set(name, written)
  return written
}

/** Anything but a place of this site, another site, or a mailbox. */
function isScript(address: string): boolean {
  return !/^(?:$|[/#?]|https?:|mailto:|webcal:)/.test(address)
}

/** What an element is given, but for what stands in it. What is not given would be sent as a word. */
export function withoutChildren(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => name !== 'children' && value !== undefined))
}

/** What of it is written on the element. */
export function writtenOn(props: Props): Props {
  return Object.fromEntries(
    Object.entries(props).filter(([name, value]) => !unwritten.has(name) && value !== undefined),
  )
}
