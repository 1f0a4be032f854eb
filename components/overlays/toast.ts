/** A short word after an act. It is never the only place where something stands: it goes away. */
export type Toast = {
  readonly message: string
  /** Takes the act back. Offered until another act is done, or somebody leaves the page. */
  readonly undo?: () => void
  /** The path of the page on which that is offered, where the act leads to one; without it the page on the screen. */
  readonly at?: string
}

export type ShownToast = Toast & { readonly id: number }

let shown: readonly ShownToast[] = []
let count = 0
const listeners = new Set<() => void>()

/** Says it at the end of the page and to screen readers, politely. */
export function showToast(toast: Toast): void {
  count += 1
  set([...shown, { at: location.pathname, ...toast, id: count }].slice(-3))
}

export function dismissToast(id: number): void {
  set(shown.filter((toast) => toast.id !== id))
}

/** Ends all offers to take something back: things have changed since. With `but`, except those of the page of that path. */
export function endUndos(but: string | null = null): void {
  const left = shown.filter(({ undo, at }) => undo === undefined || (but !== null && at === but))
  if (left.length < shown.length) set(left)
}

/** The toasts on screen, oldest first; at most three. */
export function shownToasts(): readonly ShownToast[] {
  return shown
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: readonly ShownToast[]): void {
  shown = next
  for (const listener of listeners) listener()
}
