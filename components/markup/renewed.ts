/**
 * Makes what stands in an element what new markup of it says, and leaves the elements that stay: with what has the focus or is selected
 * in them, what is unfolded, and what floats above them. An element with an id is found again wherever it stands among its siblings,
 * any other by its place.
 */
export function renewMarkup(host: Element, markup: DocumentFragment): void {
  const focused = document.activeElement
  follow(host, markup)
  // What is moved loses the focus.
  if (focused instanceof HTMLElement && focused !== document.activeElement && host.contains(focused))
    focused.focus({ preventScroll: true })
}

function follow(host: ParentNode & Node, wanted: ParentNode): void {
  const named = new Map([...host.children].map((child) => [child.id, child]))
  let at: ChildNode | null = host.firstChild
  for (const node of [...wanted.childNodes]) {
    const standing: ChildNode | null = (idOf(node) !== '' && named.get(idOf(node))) || firstAlike(at, node)
    if (standing === null) {
      host.insertBefore(node, at)
      continue
    }
    if (idOf(node) === '') at = removedUpTo(standing, at)
    if (standing === at) at = at.nextSibling
    else host.insertBefore(standing, at)
    change(standing, node)
  }
  removedUpTo(null, at)
}

/** The first of these and the siblings after it that can become another node: of its kind, and with no name of its own. */
function firstAlike(first: ChildNode | null, node: ChildNode): ChildNode | null {
  for (let one = first; one !== null; one = one.nextSibling)
    if (one.nodeName === node.nodeName && idOf(one) === '' && idOf(node) === '') return one
  return null
}

function removedUpTo(end: ChildNode | null, first: ChildNode | null): ChildNode | null {
  for (let one = first; one !== end && one !== null; ) {
    const next: ChildNode | null = one.nextSibling
    one.remove()
    one = next
  }
  return end
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

function idOf(node: Node): string {
  return node instanceof Element ? node.id : ''
}
