/** Which class names the interface gives its elements, followed from `className` through constants, records and functions of the project. */
import { parseSync } from 'oxc-parser'
import type { Source } from './source.ts'
import { isNode, type SyntaxNode, visit } from './syntax-tree.ts'

/** A class name, and where it stands. */
export interface ClassName {
  readonly name: string
  readonly file: string
}

/** What a file declares, by name, and whence it has what it imports. */
interface Module {
  readonly source: Source
  readonly program: unknown
  readonly declared: ReadonlyMap<string, readonly SyntaxNode[]>
  readonly imported: ReadonlyMap<string, { readonly file: string; readonly name: string }>
}

/** The class names of these files, each once for each file in which it is written. */
export function classNamesIn(sources: readonly Source[]): readonly ClassName[] {
  const modules = new Map(sources.map((source) => [source.file, moduleOf(source)]))
  const found = new Map<string, ClassName>()
  const seen = new Set<unknown>()
  for (const module of modules.values()) {
    for (const value of classValues(module.program)) {
      for (const { text, file } of textsOf(value, module, modules, seen)) {
        for (const name of text.split(/\s+/).filter(Boolean)) found.set(`${file} ${name}`, { name, file })
      }
    }
  }
  return [...found.values()]
}

/** What stands as `className`, of an element or among properties that an element is given. */
function classValues(program: unknown): readonly unknown[] {
  const values: unknown[] = []
  visit(program, (node) => {
    if (node.type === 'JSXAttribute' && nameOf(node.name) === 'className') values.push(node.value)
    if (node.type === 'Property' && nameOf(node.key) === 'className') values.push(node.value)
  })
  return values
}

/** The texts that an expression may come to; what decides between them is none. */
function textsOf(
  value: unknown,
  module: Module,
  modules: ReadonlyMap<string, Module>,
  seen: Set<unknown>,
): readonly { readonly text: string; readonly file: string }[] {
  if (!isNode(value) || seen.has(value)) return []
  seen.add(value)
  const of = (part: unknown) => textsOf(part, module, modules, seen)
  const all = (parts: unknown) => (Array.isArray(parts) ? parts.flatMap(of) : [])
  const here = (text: unknown) => [{ text: String(text), file: module.source.file }]
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? here(value.value) : []
    case 'TemplateLiteral':
      return [...quasisOf(value).flatMap(here), ...all(value.expressions)]
    case 'ConditionalExpression':
      return [...of(value.consequent), ...of(value.alternate)]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...of(value.left), ...of(value.right)]
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return of(value.expression)
    case 'ObjectExpression':
      return all(value.properties)
    case 'Property':
      return of(value.value)
    case 'SpreadElement':
    case 'ReturnStatement':
      return of(value.argument)
    case 'MemberExpression':
      return of(value.object)
    case 'CallExpression':
      return of(value.callee)
    case 'Identifier':
      return named(String(value.name), module, modules, seen)
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return returnsOf(value).flatMap(of)
    default:
      return []
  }
}

/** The texts of what a name stands for, in this file or in the one from which it is imported. */
function named(name: string, module: Module, modules: ReadonlyMap<string, Module>, seen: Set<unknown>) {
  const own = module.declared.get(name) ?? []
  const from = module.imported.get(name)
  const other = from && modules.get(from.file)
  const theirs = other?.declared.get(from?.name ?? '') ?? []
  return [
    ...own.flatMap((one) => textsOf(one, module, modules, seen)),
    ...(other === undefined ? [] : theirs.flatMap((one) => textsOf(one, other, modules, seen))),
  ]
}

function returnsOf(called: SyntaxNode): readonly unknown[] {
  if (isNode(called.body) && called.body.type !== 'BlockStatement') return [called.body]
  const returned: unknown[] = []
  visit(called.body, (node) => {
    if (node.type === 'ReturnStatement') returned.push(node)
  })
  return returned
}

function moduleOf(source: Source): Module {
  const { program } = parseSync(source.file, source.text)
  const declared = new Map<string, readonly SyntaxNode[]>()
  const imported = new Map<string, { file: string; name: string }>()
  const declare = (name: string, value: unknown) => {
    if (isNode(value)) declared.set(name, [...(declared.get(name) ?? []), value])
  }
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator') declare(nameOf(node.id), node.init)
    if (node.type === 'FunctionDeclaration') declare(nameOf(node.id), node)
    if (node.type === 'ImportDeclaration') {
      const specifier = isNode(node.source) ? String(node.source.value) : ''
      const target = source.imports.find((one) => one.specifier === specifier)?.target
      for (const one of Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [])
        if (target) imported.set(nameOf(one.local), { file: target, name: nameOf(one.imported) })
    }
  })
  return { source, program, declared, imported }
}

function quasisOf({ quasis }: SyntaxNode): readonly string[] {
  if (!Array.isArray(quasis)) return []
  return quasis.filter(isNode).map(({ value }) => {
    return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
  })
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return node.type === 'Literal' ? String(node.value) : String(node.name ?? '')
}
