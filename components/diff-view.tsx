/** A run of words that stayed, came or went, in reading order. */
export type DiffToken = { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }

export type DiffViewProps = {
  readonly tokens: readonly DiffToken[]
  /** Spoken around what changed, e.g. "inserted", "end of insertion". */
  readonly words: {
    readonly inserted: string
    readonly insertedEnd: string
    readonly deleted: string
    readonly deletedEnd: string
  }
}

/** Two wordings in one: inserted words underlined and bold, deleted ones struck, both also spoken. */
export function DiffView({ tokens, words }: DiffViewProps) {
  return (
    <div className="running-text diff" dir="auto">
      {tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is nothing but its place.
        <Token key={index} token={token} words={words} />
      ))}
    </div>
  )
}

function Token({ token, words }: { token: DiffToken; words: DiffViewProps['words'] }) {
  switch (token.kind) {
    case 'same':
      return token.text
    case 'inserted':
      return (
        <ins>
          <span className="sr-only">[{words.inserted}: </span>
          {token.text}
          <span className="sr-only"> {words.insertedEnd}]</span>
        </ins>
      )
    case 'deleted':
      return (
        <del>
          <span className="sr-only">[{words.deleted}: </span>
          {token.text}
          <span className="sr-only"> {words.deletedEnd}]</span>
        </del>
      )
    default:
      return token.kind satisfies never
  }
}
