import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import { shownReference } from '#domain/text/reference.ts'
import { mostPassages } from '../queries/passages.ts'
import type { FloorView, PassageInFull } from '../views.ts'
import { FirstLines } from './first-lines.tsx'

/** The words at which the meeting is at work, as large as a room needs; on a phone their first lines. */
export function WordsAtWork({ wording }: { readonly wording: string }) {
  const t = useTranslations('floor')
  const look = 'mt-2 max-w-[42em] font-serif text-[clamp(1.0625rem,0.95rem+0.5vw,1.5rem)]/[1.5] whitespace-pre-wrap'
  return (
    <div dir="auto" className={look}>
      {wording.length > firstWords ? (
        <FirstLines lines={6} whole={t('wholeWording')} less={t('firstLines')}>
          {wording}
        </FirstLines>
      ) : (
        <p>{wording}</p>
      )}
    </div>
  )
}

interface PassagesProps {
  readonly floor: FloorView
  /** On a phone their first lines stand for them: other words come first. */
  readonly folded: boolean
}

/** The passages of the current item, as large as a room needs. */
export function RoomPassages({ floor: { groupId, passages }, folded }: PassagesProps) {
  const t = useTranslations('floor')
  if (passages.length === 0) return null
  return (
    <section aria-label={t('passages')} className="mt-[1.6rem] grid gap-[1.2rem]">
      {passages.map((passage) => (
        <div
          key={`${passage.editionId} ${passage.ordinal}`}
          // The rule stands where the words begin, whichever way they run.
          dir={passage.direction}
          className={`max-w-[42em] border-s-3 border-accent ps-[1.1rem] font-serif text-[clamp(1.125rem,1rem+0.55vw,1.75rem)]/[1.5] ${kindLook(passage)}`}
        >
          <TextLink look="reference" href={`/groups/${groupId}/texts/${passage.textId}/p/${passage.ordinal}`}>
            <bdi>{shownReference(passage.reference, passage.text)}</bdi>
          </TextLink>
          {folded && passage.text.length > firstLines ? (
            <FirstLines whole={t('wholePassage')} less={t('firstLines')}>
              <Words passage={passage} />
            </FirstLines>
          ) : (
            <p>
              <Words passage={passage} />
            </p>
          )}
        </div>
      ))}
      {passages.length === mostPassages && <p className="text-soft">{t('morePassages', { count: mostPassages })}</p>}
    </section>
  )
}

/** What three lines of a phone hold in any case, and six, in UTF-16 units. */
const [firstLines, firstWords] = [90, 180]

function kindLook({ kind }: PassageInFull): string {
  switch (kind) {
    case 'heading':
      return 'font-title'
    case 'quote':
      return 'font-serif-italic italic'
    default:
      return ''
  }
}

/** The words of a passage, those that are meant marked. */
function Words({ passage: { text, quotes } }: { readonly passage: PassageInFull }) {
  const [first, ...others] = quotes.toSorted((one, other) => one.start - other.start)
  if (first === undefined) return text
  const { start, end } = others.reduce(
    (span, quote) => ({ start: span.start, end: quote.start <= span.end ? Math.max(span.end, quote.end) : span.end }),
    first,
  )
  const rest = others.filter((quote) => quote.start > end)
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {rest.length === 0 ? (
        text.slice(end)
      ) : (
        <Words
          passage={{
            ...emptied,
            text: text.slice(end),
            quotes: rest.map((quote) => ({ start: quote.start - end, end: quote.end - end })),
          }}
        />
      )}
    </>
  )
}

const emptied = {
  textId: '',
  editionId: '',
  ordinal: 0,
  reference: '',
  kind: 'paragraph',
  level: 0,
  direction: 'ltr',
} as const
