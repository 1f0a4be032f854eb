import { FileCheck, ListTodo } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TextLink } from '#components/text-link.tsx'
import type { Happened } from '../queries/happened.ts'
import { passageHref } from './passage-href.ts'

export interface HappenedMarksProps {
  readonly groupId: string
  readonly textId: string
  /** The passage beside which they stand. */
  readonly ordinal: number
  readonly happened: readonly Happened[]
}

/** Most marks beside one passage; the passage's own page has the rest. */
const most = 3

/**
 * What begins at a passage, or at the first that this view shows of it (`from`), each thing once; conclusions, the outcome,
 * before the items that led to them.
 */
export function happenedAt(happened: readonly Happened[], ordinal: number, from: number): readonly Happened[] {
  const here = happened.filter(({ first }) => Math.max(first, from) === ordinal)
  const once = here.filter(({ id }, index) => here.findIndex((other) => other.id === id) === index)
  return once.toSorted((one, other) => one.of.localeCompare(other.of))
}

/** Beside a passage of the reader: where it was taken up, and what was concluded about it. */
export function HappenedMarks({ groupId, textId, ordinal, happened }: HappenedMarksProps) {
  const t = useTranslations('texts.concordance')
  return (
    <ul aria-label={t('title')} className="grid gap-1.5">
      {happened.slice(0, most).map((one) => (
        <li key={one.id}>
          <HappenedMark groupId={groupId} one={one} />
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

function HappenedMark({ groupId, one }: { readonly groupId: string; readonly one: Happened }) {
  const t = useTranslations()
  const { id, of, title, state, meeting } = one
  const within = meeting === null ? '' : `/meetings/${meeting.id}`
  const href = `/groups/${groupId}${within}${of === 'item' ? '/plan' : `/conclusions/${id}`}`
  const Icon = of === 'item' ? ListTodo : FileCheck
  return (
    <>
      <span className="flex items-center gap-1.5 text-soft">
        <Icon className="icon" aria-hidden />
        {state === null ? t('texts.concordance.onAgenda') : t(`conclusions.state.${state}`)}
      </span>
      <TextLink href={href} className="wrap-anywhere">
        <bdi>{title}</bdi>
      </TextLink>
    </>
  )
}
