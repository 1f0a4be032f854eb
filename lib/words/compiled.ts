import type { CompiledMessage } from 'icu-minify/format'

/** A message as icu-minify compiles it: literal text, or a list of text, arguments, choices and tags. */
export type Compiled = CompiledMessage

/** What a walk over a message makes anew. */
export interface Rewriting {
  /** Literal text. */
  readonly text: (text: string) => string
  /** An argument that is put in as it comes (`{name}`), with the text on both sides of it; `''` where there is none. */
  readonly argument?: (node: unknown, before: string, after: string) => readonly unknown[]
}

/** A compiled message with its literal text and its plain arguments made anew; choices, plurals, numbers and tags keep their form. */
export function rewrite(message: Compiled, rewriting: Rewriting): Compiled {
  return typeof message === 'string' ? rewriting.text(message) : (list(message, rewriting) as Compiled)
}

function list(nodes: readonly unknown[], rewriting: Rewriting): readonly unknown[] {
  return nodes.flatMap((node, index) => {
    if (isPlainArgument(node) && rewriting.argument)
      return rewriting.argument(node, beside(nodes[index - 1]), beside(nodes[index + 1]))
    return [one(node, rewriting)]
  })
}

/** `#` of a plural (0), text, an argument, a number or date, a choice or plural with its branches, or a tag with what it holds. */
function one(node: unknown, rewriting: Rewriting): unknown {
  if (typeof node === 'string') return rewriting.text(node)
  if (!Array.isArray(node) || isPlainArgument(node)) return node
  const [name, type, branches] = node
  if (typeof type !== 'number' || type === 0) return [name, ...list(node.slice(1), rewriting)]
  if (type > 3) return node
  return [name, type, Object.fromEntries(Object.entries(branches).map(([key, of]) => [key, branch(of, rewriting)]))]
}

function branch(node: unknown, rewriting: Rewriting): unknown {
  return Array.isArray(node) ? list(node, rewriting) : one(node, rewriting)
}

function isPlainArgument(node: unknown): boolean {
  return Array.isArray(node) && node.length === 1
}

function beside(node: unknown): string {
  return node === undefined || typeof node === 'string' ? (node ?? '') : ' '
}
