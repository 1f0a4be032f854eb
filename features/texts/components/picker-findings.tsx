'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/actions/button.tsx'
import { FieldError } from '#components/forms/field-error.tsx'
import { shownReference } from '#domain/text/reference.ts'
import type { FoundWords } from '../views.ts'
import type { Citable } from './picked.ts'
import { PickerReference } from './picker-reference.tsx'
import type { Found } from './use-window.ts'

/** What was looked for in a text, and what came of it. */
export interface Search {
  readonly words: string
  readonly found: Found<FoundWords>
}

interface FindingsProps extends Search {
  readonly isPicked: (hit: Citable) => boolean
  readonly isChosen: (hit: Citable) => boolean
  readonly toggle: (hit: Citable) => void
  readonly showAt: (ordinal: number) => void
  readonly leave: () => void
}

/**
 * What came of looking for something: the passages that it may name, and those in which the words stand. Each can be picked here, as in
 * the text, or shown there. The first one has the focus: Enter in the search leads to it.
 */
export function PickerFindings(props: FindingsProps) {
  const { found, words, leave } = props
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
    <Hits key={words} {...props} view={found.view}>
      {named.length > 0 && (
        <Places title={t('which', { words })}>
          {named.map(({ ordinal, reference, by, beginning }) => (
            <Place
              key={ordinal}
              hit={{ ordinal, reference, text: beginning }}
              means={t(`by.${by}`, { words })}
              {...props}
            >
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
            <Place key={ordinal} hit={{ ordinal, reference, text: `${before}${match}${after}` }} {...props}>
              <Before words={before} />
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
    </Hits>
  )
}

function Hits({ view, children }: { readonly view: FoundWords; readonly children: ReactNode }) {
  const hits = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (view) hits.current?.querySelector('input')?.focus()
  }, [view])
  return (
    <div ref={hits} className="grid gap-3">
      {children}
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
      <ul className="border-y border-line **:scroll-mb-32">{children}</ul>
    </section>
  )
}

/** Where two lines are shown, what was found must stand in them: of the words before it the last few are there, in UTF-16 units. */
const near = 24

/** The words before what was found: all of them where there is room. */
function Before({ words }: { readonly words: string }) {
  if (words.length <= near) return words
  const cut = words.indexOf(' ', words.length - near)
  if (cut === -1) return <span className="tight:sr-only">{words}</span>
  return (
    <>
      <span className="tight:sr-only">{words.slice(0, cut)}</span>
      <span className="hidden tight:inline" aria-hidden>
        …
      </span>
      {words.slice(cut)}
    </>
  )
}

interface PlaceProps extends Pick<FindingsProps, 'isPicked' | 'isChosen' | 'toggle' | 'showAt'> {
  readonly hit: Citable
  /** Why it may be meant. */
  readonly means?: string
  readonly children: ReactNode
}

function Place({ hit, means, isPicked, isChosen, toggle, showAt, children }: PlaceProps) {
  const t = useTranslations('texts.picker')
  return (
    <li className="flex items-start gap-2 border-t border-line py-1.5 first:border-0">
      <label className="grid flex-1 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
        <input type="checkbox" className="mt-1 size-5" checked={isPicked(hit)} onChange={() => toggle(hit)} />
        <span className="min-w-0">
          <PickerReference reference={hit.reference} said={[means, isChosen(hit) && t('alreadyCited')]} />
          <span dir="auto" className="line-clamp-4 font-serif wrap-anywhere tight:line-clamp-2">
            {children}
          </span>
        </span>
      </label>
      <Button
        size="small"
        variant="plain"
        aria-label={t('showInText', { reference: shownReference(hit.reference, hit.text) })}
        onClick={() => showAt(hit.ordinal)}
      >
        {t('show')}
      </Button>
    </li>
  )
}
