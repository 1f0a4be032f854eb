'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#components/actions/button.tsx'
import { FieldError } from '#components/forms/field-error.tsx'
import type { FoundWords } from '../views.ts'
import type { Found } from './use-window.ts'

interface FindingsProps {
  readonly found: Found<FoundWords>
  /** What was looked for. */
  readonly words: string
  readonly showAt: (ordinal: number) => void
  readonly leave: () => void
}

/** What came of looking for something: the passages that it may name, and those in which the words stand; each leads there. */
export function PickerFindings({ found, words, showAt, leave }: FindingsProps) {
  const t = useTranslations('texts.picker')
  const own = useTranslations('components.page')
  switch (found.state) {
    case 'waiting':
      return <p role="status">{own('loading')}</p>
    case 'refused':
      return <FieldError role="alert" message={found.message} />
    case 'failed':
      return <FieldError role="alert" message={t('failed')} />
    case 'here':
      break
    default:
      return found satisfies never
  }
  const { named, found: places, isMore } = found.view
  if (named.length + places.length === 0) return <FieldError role="alert" message={t('notFound', { words })} />
  return (
    <div className="grid basis-full gap-3">
      {named.length > 0 && (
        <Places title={t('which', { words })}>
          {named.map(({ ordinal, reference, by, beginning }) => (
            <Place key={ordinal} onPress={() => showAt(ordinal)} reference={reference} means={t(`by.${by}`, { words })}>
              {beginning}
            </Place>
          ))}
        </Places>
      )}
      {places.length > 0 && (
        <Places
          title={isMore ? t('standMore', { words, count: places.length }) : t('stand', { words, count: places.length })}
        >
          {places.map(({ ordinal, reference, before, match, after }) => (
            <Place key={ordinal} onPress={() => showAt(ordinal)} reference={reference}>
              {before}
              <mark>{match}</mark>
              {after}
            </Place>
          ))}
        </Places>
      )}
      <div>
        <Button size="small" onClick={leave}>
          {t('leaveFound')}
        </Button>
      </div>
    </div>
  )
}

function Places({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-1" aria-label={title}>
      {/* Heard as it comes: whoever does not see the page learns what was found. */}
      <p role="status" className="text-sm text-soft">
        {title}
      </p>
      <ul className="max-h-[45vh] overflow-auto border-y border-line">{children}</ul>
    </section>
  )
}

interface PlaceProps {
  readonly reference: string
  /** Why it may be meant. */
  readonly means?: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function Place({ reference, means, onPress, children }: PlaceProps) {
  return (
    <li className="border-t border-line first:border-0">
      <button
        type="button"
        onClick={onPress}
        className="grid min-h-11 w-full gap-x-3 py-1.5 text-start -outline-offset-2 hover:bg-sunk"
      >
        <span className="text-sm text-soft">
          <bdi className="font-label text-accent tabular-nums">{reference}</bdi>
          {means && ` · ${means}`}
        </span>
        <span dir="auto" className="line-clamp-4 font-serif wrap-anywhere">
          {children}
        </span>
      </button>
    </li>
  )
}
