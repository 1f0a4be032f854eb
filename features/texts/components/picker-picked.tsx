'use client'
import { ArrowDown, ArrowUp, ChevronDown, ChevronUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '#components/actions/icon-button.tsx'
import { excerptOf } from '#domain/text/grapheme.ts'
import { shownRange } from '#domain/text/reference.ts'
import type { CitationView } from '#store/citation/read.ts'
import { citationKey } from './citation-list.tsx'
import { withNeighbour } from './picked.ts'
import { askPassage } from './use-window.ts'

interface PickedProps {
  readonly picked: readonly CitationView[]
  /** What was cited before. */
  readonly chosen: readonly CitationView[]
  readonly change: (next: readonly CitationView[]) => void
}

/** Where room is scarce, in width or in height: as `tight` of the styles. */
const tight = '(width < 40rem) or (height < 40rem)'

/** How many passages some citations name, each counted once; with `among`: how many of them these name as well. */
function passagesIn(citations: readonly CitationView[], among?: readonly CitationView[]): number {
  const places = (of: readonly CitationView[]) =>
    new Set(
      of.flatMap(({ editionId, first, last }) =>
        Array.from({ length: last - first + 1 }, (_, step) => `${editionId} ${first + step}`),
      ),
    )
  const named = places(citations)
  if (among === undefined) return named.size
  const others = places(among)
  return [...named].filter((place) => others.has(place)).length
}

/** What is picked so far; where room is scarce, folded away behind how much it is. */
export function PickedFolded(props: PickedProps) {
  const t = useTranslations('texts.picker')
  const [isOpen, setOpen] = useState(() => !matchMedia(tight).matches)
  const count = passagesIn(props.picked)
  const cited = passagesIn(props.picked, props.chosen)
  return (
    <details
      className="min-w-0 flex-1 basis-24 open:basis-full"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-10 items-center gap-2 font-label hover:text-accent">
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
        <span className="min-w-0">{t('picked', { count, cited })}</span>
      </summary>
      <Picked {...props} />
    </details>
  )
}

/** How much of what is picked stands beside its name, in UTF-16 units. */
const firstWords = 60

/** What is picked so far, each with its first words: made longer by the passage before or after it, or taken away. */
function Picked({ picked, change }: Omit<PickedProps, 'chosen'>) {
  const t = useTranslations('texts.picker')
  // Where a text ends is known once somebody asked for what comes after its end.
  const [ends, setEnds] = useState<readonly string[]>([])
  const extend = async (citation: CitationView, by: -1 | 1) => {
    const ordinal = by < 0 ? citation.first - 1 : citation.last + 1
    const answer = await askPassage(citation.textId, ordinal)
    const passage =
      answer.state === 'here' && answer.view.head.edition?.id === citation.editionId && answer.view.passage
    if (passage) change(withNeighbour(picked, citation, passage))
    else if (answer.state === 'refused') setEnds([...ends, citationKey(citation)])
  }
  return (
    <ul aria-label={t('chosen')} className="max-h-36 overflow-y-auto tight:max-h-24">
      {picked.map((citation) => {
        const reference = shownRange(citation)
        const isRun = citation.quote === undefined
        return (
          <li key={citationKey(citation)} className="flex items-center gap-1">
            <p className="line-clamp-2 min-w-0 flex-1 text-sm">
              <bdi className="font-label tabular-nums">{reference}</bdi> {/* The title of a text is its own name. */}
              {citation.excerpt !== reference && (
                <bdi className="font-serif text-soft">
                  {isRun ? excerptOf(citation.excerpt, firstWords) : <q>{excerptOf(citation.excerpt, firstWords)}</q>}
                </bdi>
              )}
            </p>
            {isRun && citation.first > 1 && (
              <IconButton
                label={t('before', { reference })}
                icon={<ArrowUp aria-hidden />}
                onClick={() => extend(citation, -1)}
              />
            )}
            {isRun && !ends.includes(citationKey(citation)) && (
              <IconButton
                label={t('after', { reference })}
                icon={<ArrowDown aria-hidden />}
                onClick={() => extend(citation, 1)}
              />
            )}
            <IconButton
              label={t('remove', { reference })}
              icon={<X aria-hidden />}
              onClick={() => change(picked.filter((one) => one !== citation))}
            />
          </li>
        )
      })}
    </ul>
  )
}
