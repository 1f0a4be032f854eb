import { useTranslations } from 'next-intl'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import { type CitingLine, citingHref } from '#store/citing/register.ts'
import { useCitingWords } from './citing-words.ts'

interface Props {
  readonly label: string
  readonly lines: readonly CitingLine[]
  /** IANA zone in which the viewer reads times. */
  readonly zone: string
}

/** What concerns a passage, on the passage's own page. */
export function CitedList({ label, lines, zone }: Props) {
  return (
    <ItemList label={label} lead="day">
      {lines.map((line) => (
        <Cited key={line.id} line={line} zone={zone} />
      ))}
    </ItemList>
  )
}

function Cited({ line, zone }: { line: CitingLine; zone: string }) {
  const t = useTranslations('meetings')
  const { kind, state } = useCitingWords()(line)
  const { title, quote, meeting, at } = line
  return (
    <Item
      lead={at === null ? t('list.noDate') : <Time instant={at} zone={zone} shape="day" />}
      title={
        <TextLink look="title" href={citingHref(line)}>
          <bdi>{title}</bdi>
        </TextLink>
      }
      meta={
        <>
          <span>{kind}</span>
          {meeting && <bdi>{meeting.title}</bdi>}
        </>
      }
      aside={state}
    >
      {quote !== null && (
        <p dir="auto" className="mt-1 font-serif text-soft wrap-anywhere">
          <q>{quote}</q>
        </p>
      )}
    </Item>
  )
}
