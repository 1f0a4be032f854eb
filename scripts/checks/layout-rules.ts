/** What the interface must be so that it can be read in any language: no side by name, and no words but those of messages/. */
import { parseSync } from 'oxc-parser'
import type { Rule } from './rules.ts'
import { isNode, type SyntaxNode, visit } from './syntax-tree.ts'

/** Where parts of the interface lie. What only a server for development shows is read by whoever develops. */
const SHOWN = /^(app\/(?!\(development\)\/)|components\/|features\/)/

const value = String.raw`(?:\[|\(|\d|auto\b|px\b|full\b|none\b)`
/** Utilities that name a side. */
const SIDES = new RegExp(
  [
    String.raw`(?<![\w-])-?(?:scroll-)?[mp][lr]-${value}[^\s'"\`]*`,
    String.raw`(?<![\w-])-?(?:left|right)-${value}[^\s'"\`]*`,
    String.raw`(?<![\w-])(?:border|rounded)-(?:[lr]|[tb][lr])(?=[\s'"\`-])`,
    String.raw`(?<![\w-])(?:text|float|clear|origin|object|bg)-(?:left|right)(?![\w-])`,
    String.raw`(?<![\w-])-?translate-x-${value}[^\s'"\`]*`,
    String.raw`\b(?:margin|padding|border)(?:Left|Right)\b`,
  ].join('|'),
)
/** Declarations of a style sheet that name a side, or give two sides that are not alike. */
const CSS_SIDES = new RegExp(
  [
    String.raw`(?<![\w-])(?:(?:scroll-)?(?:margin|padding)-|border-(?:(?:top|bottom)-)?)(?:left|right)[\w-]*\s*:`,
    String.raw`(?<![\w-])(?:left|right)\s*:`,
    String.raw`(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b`,
    String.raw`(?<![\w-])(?:inset|margin|padding)\s*:\s*[^\s;]+\s+([^\s;]+)\s+[^\s;]+\s+(?!\1\s*[;}])[^\s;]+\s*[;}]`,
  ].join('|'),
)

/** A page reads from the left or from the right: what stands beside something stands at its start or its end. */
export const layoutIsLogical: Rule = ({ file, code }) => {
  if (!SHOWN.test(file)) return []
  const found = (file.endsWith('.css') ? CSS_SIDES : SIDES).exec(code)
  return found === null
    ? []
    : [
        `names a side (${found[0].trim()}). Write start and end (ms-, pe-, text-start, inset-inline-end): the page also runs from right to left.`,
      ]
}

/** Attributes that are read or spoken. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'confirmLabel',
  'description',
  'label',
  'placeholder',
  'summary',
  'title',
])

const PRODUCT = /^(app|components|domain|features|lib|store)\//

/** In which language is spoken, and by whose customs a date is written, follows from who reads. */
export const languageIsTheViewers: Rule = ({ file, code }) => {
  const found = PRODUCT.test(file) ? /(['"`])en(-[A-Z]{2})?\1/.exec(code) : null
  return found === null
    ? []
    : [
        `names a language (${found[0]}). It belongs to whoever reads: useLanguage, pageLanguage or languageHere (lib/words).`,
      ]
}

/** What the runtime parts and formats text with takes tens of milliseconds to make, and a browser that loads a file is deaf meanwhile. */
export const nothingIsMadeWhileLoading: Rule = ({ file, code }) => {
  const found = PRODUCT.test(file) ? /^(?:export )?const .*= new Intl\.\w+/m.exec(code) : null
  return found === null
    ? []
    : [
        `makes it while it loads (${found[0]}). Make it when it is first asked for (domain/text/segmenter.ts, lib/words/formatters.ts).`,
      ]
}

/** Every word that somebody reads stands in messages/, once for each language. */
export const wordsStandInMessages: Rule = ({ file, text }) => {
  if (!SHOWN.test(file) || !file.endsWith('.tsx')) return []
  const found: string[] = []
  visit(parseSync(file, text).program, (node) => {
    if (node.type === 'JSXText') found.push(String(node.value))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of childrenOf(node))
        if (child.type === 'JSXExpressionContainer') found.push(...saidBy(child.expression))
    if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node))) found.push(...saidBy(node.value))
  })
  return found
    .filter((words) => /\p{L}{2}/u.test(words))
    .map((words) => `says “${words.trim().replace(/\s+/g, ' ')}”. Words stand in messages/, once for each language.`)
}

/** The literal text that an expression may come to. */
function saidBy(expression: unknown): readonly string[] {
  if (!isNode(expression)) return []
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : []
    case 'TemplateLiteral':
      return (expression.quasis as readonly { value: { cooked?: string } }[]).map(
        ({ value: { cooked = '' } }) => cooked,
      )
    case 'JSXExpressionContainer':
      return saidBy(expression.expression)
    case 'ConditionalExpression':
      return [...saidBy(expression.consequent), ...saidBy(expression.alternate)]
    case 'LogicalExpression':
      return [...saidBy(expression.left), ...saidBy(expression.right)]
    default:
      return []
  }
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : []
}

function nameOf({ name }: SyntaxNode): string {
  return isNode(name) ? String(name.name) : ''
}
