'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { ItemList, ItemRow } from '#components/collections/item-list.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import type { Suspect } from '#domain/text/passage.ts'

/** All that is suspected of one thing, in finished words. */
export interface SuspectGroup {
  readonly suspect: Suspect
  /** "Looks like a page number". */
  readonly label: string
  /** "12 lines". */
  readonly count: string
  readonly show: string
  readonly showHref: string
  readonly drop: string
}

export interface DraftSuspectsProps {
  readonly groups: readonly SuspectGroup[]
  readonly pending: boolean
  readonly drop: (suspect: Suspect) => void
}

/** What looks out of place, by sort: to be looked at, or dropped together. */
export function DraftSuspects({ groups, pending, drop }: DraftSuspectsProps) {
  const t = useTranslations('texts.editor')
  if (groups.length === 0) return null
  return (
    <Section title={t('suspects')}>
      <p className="mb-4 max-w-reading text-soft">{t('suspectsMeans')}</p>
      <div className="max-w-reading">
        <ItemList>
          {groups.map(({ suspect, label, count, show, showHref, drop: dropWord }) => (
            <ItemRow key={suspect}>
              <span className="min-w-0 flex-1 basis-56">
                {label} <span className="text-soft tabular-nums">· {count}</span>
              </span>
              <span className="flex flex-wrap items-center gap-3">
                <TextLink href={showHref} aria-label={`${show}: ${label}`}>
                  {show}
                </TextLink>
                <Button
                  size="small"
                  pending={pending}
                  aria-label={`${dropWord}: ${label}`}
                  onClick={() => drop(suspect)}
                >
                  {dropWord}
                </Button>
              </span>
            </ItemRow>
          ))}
        </ItemList>
      </div>
    </Section>
  )
}
