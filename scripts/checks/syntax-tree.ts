/** The syntax tree of a file, as a check walks it. */

/** A node of the tree: what it is, and its parts by name. */
export interface SyntaxNode {
  readonly type: string
  readonly [part: string]: unknown
}

/** Whether a part of a node is a node, and not a text, a list or nothing. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Shows every node of a tree, or of several, each before its parts. */
export function visit(tree: unknown, seen: (node: SyntaxNode) => void): void {
  if (Array.isArray(tree)) for (const one of tree) visit(one, seen)
  else if (isNode(tree)) {
    seen(tree)
    for (const part of Object.values(tree)) visit(part, seen)
  }
}
