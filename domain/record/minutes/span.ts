/** A time from a beginning to an end; `to` null: it had not ended. ISO 8601, UTC. */
export interface Span {
  readonly from: string
  readonly to: string | null
}

/** Pairs beginnings with the ends that follow them; an end without a beginning is nothing. */
export function spansIn(marks: readonly { readonly begins: boolean; readonly at: string }[]): readonly Span[] {
  const spans: Span[] = []
  for (const { begins, at } of marks) {
    const last = spans.at(-1)
    if (begins) spans.push({ from: at, to: null })
    else if (last !== undefined && last.to === null) spans[spans.length - 1] = { ...last, to: at }
  }
  return spans
}
