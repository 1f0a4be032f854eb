import { TextLink } from '#components/frame/text-link.tsx'
import { excerptOf } from '#domain/text/grapheme.ts'
import { shownRange, titleReference } from '#domain/text/reference.ts'
import type { CitationView } from '#store/citation/read.ts'

type Props = { readonly groupId: string; readonly label: string; readonly citations: readonly CitationView[] }

/** The passages of an item: each a link into its text, with its first words. */
export function ItemCitations({ groupId, label, citations }: Props) {
  if (citations.length === 0) return null
  return (
    <ul aria-label={label} className="mt-1 grid gap-1">
      {citations.map((citation) => (
        <li
          key={`${citation.editionId} ${citation.first} ${citation.last} ${citation.quote?.start}`}
          className="text-sm"
        >
          <TextLink href={`/groups/${groupId}/texts/${citation.textId}/p/${citation.first}`}>
            {/* Where the passages begin with the title of the text, they say its name. */}
            {citation.firstReference !== titleReference && <bdi>{citation.textTitle} </bdi>}
            <bdi className="tabular-nums">{shownRange(citation)}</bdi>
          </TextLink>{' '}
          <span className="font-serif text-soft" dir="auto">
            {citation.quote ? `“${clipped(citation.excerpt)}”` : clipped(citation.excerpt)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How much of a passage stands beside its name, in UTF-16 units. */
const clip = 90

const clipped = (text: string) => excerptOf(text, clip)
