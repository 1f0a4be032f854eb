import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import { type CitingLine, citingHref } from '#store/citing/register.ts'
import { useCitingWords } from './citing-words.ts'
import { passageHref } from './passage-href.ts'

export interface HappenedMarksProps {
  readonly groupId: string
  readonly textId: string
  /** The passage beside which they stand. */
  readonly ordinal: number
  readonly happened: readonly Beside[]
}

/** Most marks beside one passage; the passage's own page has the rest. */
const most = 3

/** What stands beside one passage. `goesOn`: it began at a passage before that this view shows, and is told there. */
type Beside = CitingLine & { readonly goesOn: boolean }

/**
 * What concerns a passage (rule 2: a passage lists every item that cites it), each thing once: what begins there, or at the
 * first passage that this view shows (`from`), before what goes on; conclusions, the outcome, before the items that led to them.
 */
export function happenedAt(happened: readonly CitingLine[], ordinal: number, from: number): readonly Beside[] {
  const here = happened
    .filter(({ first, last }) => first <= ordinal && ordinal <= last)
    .map((one) => ({ ...one, goesOn: Math.max(one.first, from) < ordinal }))
    .toSorted((one, other) => Number(one.goesOn) - Number(other.goesOn) || one.of.localeCompare(other.of))
  return here.filter(({ id }, index) => here.findIndex((other) => other.id === id) === index)
}

/** Beside a passage of the reader: where it was taken up, and what was concluded about it. */
export function HappenedMarks({ groupId, textId, ordinal, happened }: HappenedMarksProps) {
  const t = useTranslations('texts.concordance')
  return (
    <ul aria-label={t('title')} className="grid gap-1.5">
      {happened.slice(0, most).map((one) => (
        <li key={one.id}>
          <HappenedMark one={one} />
        </li>
      ))}
      {happened.length > most && (
        <li>
          <TextLink href={passageHref(groupId, textId, { first: ordinal })}>
            {t('more', { count: happened.length - most })}
          </TextLink>
        </li>
      )}
    </ul>
  )
}

function HappenedMark({ one }: { readonly one: Beside }) {
  const t = useTranslations('texts.concordance')
  const { inShort, Icon } = useCitingWords()(one)
  const { title, goesOn } = one
  return (
    <>
      <span className="flex items-center gap-1.5 text-soft">
        <Icon aria-hidden />
        {goesOn ? t('goesOn', { what: inShort }) : inShort}
      </span>
      <TextLink href={citingHref(one)} className="wrap-anywhere">
        <bdi>{title}</bdi>
      </TextLink>
    </>
  )
}
