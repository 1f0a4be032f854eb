import { RunningText } from './running-text.tsx'

/** A run of words that stayed, came or went, in reading order; `unseen`: in which only what cannot be seen came or went. */
export type DiffToken = {
  readonly kind: 'same' | 'inserted' | 'deleted' | 'unseen'
  readonly text: string
  /** The invisible characters that came or went, e.g. "U+200B, U+00AD"; empty: none, or blanks alone. */
  readonly unseen?: string
}

export type DiffViewProps = {
  readonly tokens: readonly DiffToken[]
  /** Spoken around what changed, e.g. "inserted", "end of insertion". */
  readonly words: {
    readonly inserted: string
    readonly insertedEnd: string
    readonly deleted: string
    readonly deletedEnd: string
    /** Before numbers of characters: only these changed. */
    readonly unseen: string
    /** Only blanks changed. */
    readonly blanks: string
    /** Before numbers of characters: these changed as well. */
    readonly withUnseen: string
  }
}

/** Two wordings in one: inserted words underlined and bold, deleted ones struck, both also spoken. */
export function DiffView({ tokens, words }: DiffViewProps) {
  return (
    <RunningText>
      {tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is nothing but its place.
        <Token key={index} token={token} words={words} />
      ))}
    </RunningText>
  )
}

function Token({ token, words }: { token: DiffToken; words: DiffViewProps['words'] }) {
  switch (token.kind) {
    case 'same':
      return token.text
    case 'inserted':
      return (
        <ins className="bg-accent-wash font-semibold text-accent underline decoration-2 underline-offset-[0.2em] [del+&]:mx-[0.15em]">
          <span className="sr-only">[{words.inserted}: </span>
          {token.text}
          <Unseen token={token} word={words.withUnseen} />
          <span className="sr-only"> {words.insertedEnd}]</span>
        </ins>
      )
    case 'deleted':
      return (
        <del className="bg-danger-wash text-danger line-through decoration-[1.5px]">
          <span className="sr-only">[{words.deleted}: </span>
          {token.text}
          <Unseen token={token} word={words.withUnseen} />
          <span className="sr-only"> {words.deletedEnd}]</span>
        </del>
      )
    case 'unseen':
      return (
        <>
          {token.text}
          {token.unseen ? (
            <Unseen token={token} word={words.unseen} />
          ) : (
            <small className={unseenLook}> [{words.blanks}]</small>
          )}
        </>
      )
    default:
      return token.kind satisfies never
  }
}

const unseenLook = 'me-[0.25em] font-sans font-normal whitespace-normal text-soft'

/** What changed and cannot be seen, by its numbers. */
function Unseen({ token, word }: { token: DiffToken; word: string }) {
  if (!token.unseen) return null
  return (
    <small className={unseenLook}>
      {' '}
      [{word} {token.unseen}]
    </small>
  )
}
