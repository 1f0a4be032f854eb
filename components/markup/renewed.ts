/**
 * Makes what stands in an element what new markup of it says, and leaves the elements that stay: with what has the focus or is selected
 * in them, what is unfolded, and what floats above them. As many stay as can without a change of their order; an element with an id is
 * found again wherever it stands among its siblings.
 */
export function renewMarkup(host: Element, markup: DocumentFragment): void {
  const focused = document.activeElement
  follow(host, markup)
  // What is moved loses the focus.
  if (focused instanceof HTMLElement && focused !== document.activeElement && host.contains(focused))
    focused.focus({ preventScroll: true })
}

function follow(host: Node, wanted: ParentNode): void {
  const [before, after] = [[...host.childNodes], [...wanted.childNodes]]
  const stays = staying(before.map(kindOf), after.map(kindOf))
  const kept = new Set([...stays.values()].map((at) => before[at]))
  const named = new Map<string, ChildNode>()
  for (const node of before) {
    if (kept.has(node)) continue
    node.remove()
    if (idOf(node) !== '') named.set(kindOf(node), node)
  }
  let next = host.firstChild
  for (const [place, node] of after.entries()) {
    const same = stays.get(place)
    const standing = same === undefined ? named.get(kindOf(node)) : before[same]
    if (same === undefined) host.insertBefore(standing ?? node, next)
    else next = next?.nextSibling ?? null
    if (standing !== undefined) change(standing, node)
  }
}

/** One that is of another kind is never made into another. */
function kindOf(node: Node): string {
  return `${node.nodeName} ${idOf(node)}`
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : ''
}

/** Which places after are which places before, in the same order: of the longest common subsequence of both. */
function staying(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const stays = new Map<number, number>()
  const least = Math.min(before.length, after.length)
  let first = 0
  while (first < least && before[first] === after[first]) stays.set(first, first++)
  let same = 0
  while (same < least - first && before.at(-1 - same) === after.at(-1 - same)) {
    same += 1
    stays.set(after.length - same, before.length - same)
  }
  const [ends, aims] = [before.length - same, after.length - same]
  const longest = lengths(before.slice(first, ends), after.slice(first, aims))
  for (let [one, other] = [first, first]; one < ends && other < aims; ) {
    const at = (down: number, along: number) => longest[one - first + down]?.[other - first + along] ?? 0
    if (before[one] === after[other]) stays.set(other++, one++)
    else if (at(1, 0) >= at(0, 1)) one += 1
    else other += 1
  }
  return stays
}

/** How long the longest common subsequence is of what follows each pair of places. */
function lengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const [here, below] = [longest[one], longest[one + 1]]
      if (here === undefined || below === undefined) continue
      here[other] =
        before[one] === after[other] ? 1 + (below[other + 1] ?? 0) : Math.max(below[other] ?? 0, here[other + 1] ?? 0)
    }
  return longest
}

function change(standing: ChildNode, node: ChildNode): void {
  if (standing instanceof Element && node instanceof Element) {
    if (standing.isEqualNode(node)) return
    changeAttributes(standing, node)
    follow(standing, node)
  } else if (standing.nodeValue !== node.nodeValue) standing.nodeValue = node.nodeValue
}

function changeAttributes(standing: Element, { attributes }: Element): void {
  for (const { name } of [...standing.attributes])
    if (attributes.getNamedItem(name) === null && !isReaders(standing, name)) standing.removeAttribute(name)
  for (const { name, value } of attributes)
    if (standing.getAttribute(name) !== value && !isReaders(standing, name)) standing.setAttribute(name, value)
}

/** Whether something is unfolded is for whoever reads to say. */
function isReaders(element: Element, attribute: string): boolean {
  return attribute === 'open' && element.nodeName === 'DETAILS'
}
