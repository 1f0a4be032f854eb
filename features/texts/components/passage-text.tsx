import type { ReactNode } from 'react'
import { Passage, type PassageProps } from '#components/frame/reading-layout.tsx'
import { shownReference, titleReference } from '#domain/text/reference.ts'
import type { PassageView } from '../views.ts'
import { passageHref } from './passage-href.ts'

export interface PassageTextProps {
  readonly passage: PassageView
  readonly groupId: string
  readonly textId: string
  /** The accessible name of its number: "Passage 2.3 ¶5". */
  readonly name: string
  readonly rank?: PassageProps['rank']
  /** Words of it to mark, in UTF-16 units. */
  readonly marked?: readonly [number, number] | null
  readonly margin?: ReactNode
}

/** One passage of a text as it is read. What carries `data-ordinal` holds its words, unit for unit, and nothing else. */
export function PassageText({ passage, groupId, textId, name, rank, marked, margin }: PassageTextProps) {
  const { ordinal, reference, kind, level, label, text } = passage
  return (
    <Passage
      id={`p-${ordinal}`}
      number={shortReference(passage)}
      reference={name}
      href={passageHref(groupId, textId, { first: ordinal })}
      kind={kind}
      {...(kind === 'heading' ? { level: Math.min(level + 1, 6) } : {})}
      {...(kind === 'list-item' ? { depth: level, labelled: label !== null } : {})}
      {...(rank === undefined ? {} : { rank })}
      margin={margin}
    >
      {label !== null && `${label} `}
      <span data-ordinal={ordinal} data-reference={shownReference(reference, text)}>
        {marked ? <Marked text={text} from={marked[0]} to={marked[1]} /> : text}
      </span>
    </Passage>
  )
}

/** The place of a passage whose words stand elsewhere on the page: its number, and the way to them. */
export function PassageGap({ passage, name, words }: Pick<PassageTextProps, 'passage' | 'name'> & { words: string }) {
  const href = `#p-${passage.ordinal}`
  return (
    <Passage
      id={`place-${passage.ordinal}`}
      number={shortReference(passage)}
      reference={name}
      href={href}
      kind="paragraph"
    >
      <span className="text-base text-soft">{words}</span>
    </Passage>
  )
}

/** In the margin the section goes without saying, "¶5" of "2.3 ¶5", and the number of the title. */
function shortReference({ reference }: PassageView): string {
  if (reference === titleReference) return '¶'
  return reference.slice(Math.max(reference.indexOf('¶'), 0))
}

function Marked({ text, from, to }: { readonly text: string; readonly from: number; readonly to: number }) {
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  )
}

/**
 * The rank of each heading in the outline of a page whose column stands under a heading of rank 2: as nested as in the text,
 * but never deeper by more than one than the heading before it, wherever the window begins.
 */
export function ranksOf(passages: readonly PassageView[]): readonly PassageProps['rank'][] {
  let before = 2
  return passages.map(({ kind, level }) => {
    if (kind !== 'heading') return undefined
    before = Math.min(level + 3, before + 1, 6)
    return before as PassageProps['rank']
  })
}
