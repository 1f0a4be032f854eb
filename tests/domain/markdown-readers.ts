/** Two readers of Markdown that share no code: markdown-it, and micromark with its tree (mdast). Each tells the same of a document. */
import MarkdownIt from 'markdown-it'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A block that holds words, with all blocks around it: `blockquote > paragraph`, and the marks in it: `strong`. */
export interface Leaf {
  readonly place: string
  readonly marks: readonly string[]
  /** As a reader sees it: a break is a line feed. */
  readonly text: string
}

export type Reader = (document: string) => readonly Leaf[]

export const readers: Readonly<Record<string, Reader>> = { micromark: readByMicromark, 'markdown-it': readByMarkdownIt }

export function readByMicromark(document: string): readonly Leaf[] {
  const found: Leaf[] = []
  const walk = (node: Nodes, around: readonly string[]): void => {
    const name = node.type === 'heading' ? `heading ${node.depth}` : node.type
    const here = node.type === 'root' ? around : [...around, name]
    if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node))
      found.push({ place: here.join(' > '), marks: marksIn(node).slice(1), text: textIn(node) })
    else for (const child of node.children) walk(child, here)
  }
  walk(fromMarkdown(document, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), [])
  return found
}

function marksIn(node: Nodes): string[] {
  const inner = 'children' in node ? node.children.flatMap((child) => marksIn(child)) : []
  if (node.type === 'text' || node.type === 'break') return []
  // GFM makes a link of a bare address: one that leads to what it says misleads nobody.
  if (node.type === 'link' && leadsWhereItSays(node.url, textIn(node))) return inner
  return [node.type, ...inner]
}

function leadsWhereItSays(url: string, text: string): boolean {
  return ['', 'http://', 'mailto:'].some((scheme) => url === `${scheme}${text}`)
}

function textIn(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => textIn(child)).join('') : ''
}

const containers: Readonly<Record<string, string>> = {
  bullet_list: 'list',
  ordered_list: 'list',
  list_item: 'listItem',
  blockquote: 'blockquote',
  paragraph: 'paragraph',
}
const kept = { strong: 'strong', em: 'emphasis' } as const

function readByMarkdownIt(document: string): readonly Leaf[] {
  const found: Leaf[] = []
  const around: string[] = []
  const tokens = new MarkdownIt({ html: true, linkify: false }).parse(document, {})
  for (const { type, tag, nesting, children, content } of tokens) {
    const name = type.replace(/_(?:open|close)$/, '')
    if (nesting === 1) around.push(name === 'heading' ? `heading ${tag.slice(1)}` : (containers[name] ?? name))
    else if (nesting === -1) around.pop()
    else if (children === null) found.push({ place: [...around, type].join(' > '), marks: [], text: content })
    else found.push({ place: around.join(' > '), ...inlineOf(children) })
  }
  return found
}

function inlineOf(children: readonly { readonly type: string; readonly content: string }[]): Omit<Leaf, 'place'> {
  const marks = children.flatMap(({ type }) => {
    if (['text', 'text_special', 'hardbreak', 'softbreak'].includes(type) || type.endsWith('_close')) return []
    const name = type.replace(/_open$/, '')
    return [kept[name as keyof typeof kept] ?? name]
  })
  const text = children.map(({ type, content }) => (type.endsWith('break') ? '\n' : content)).join('')
  return { marks, text }
}
