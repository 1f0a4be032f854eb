import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button, ButtonLink } from '#components/actions/button.tsx'
import { controlLook } from '#components/forms/control.ts'
import { FieldError } from '#components/forms/field.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { SearchField } from '#components/forms/search-field.tsx'
import { ReadingLayout } from '#components/frame/reading-layout.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Runs } from '#components/markup/static-parts.ts'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { windowOf, windowSize } from '#domain/text/window.ts'
import type { ReaderView } from '../loaders.ts'
import type { Contents, PassageView } from '../views.ts'
import { PassageText, ranksOf } from './passage-text.tsx'

export interface ReaderProps {
  readonly reading: ReaderView
  /** What belongs to a passage, set beside it. */
  readonly renderMargin?: (passage: PassageView) => ReactNode
}

/** The address of the reader at a passage. */
export function readerHref(groupId: string, textId: string, ordinal: number): string {
  const from = windowOf(ordinal)
  return `/groups/${groupId}/texts/${textId}${from === 1 ? '' : `?from=${from}`}#p-${ordinal}`
}

/** A view of the text: some passages under their numbers, and the way to the others. */
export function Reader({ reading, renderMargin }: ReaderProps) {
  const t = useTranslations('texts.reader')
  const { head, passages, from, total } = reading
  const ranks = ranksOf(passages)
  const to = passages.at(-1)?.ordinal ?? from
  return (
    <>
      <h2 className={passages.length === total ? 'sr-only' : 'mb-2 text-sm font-normal text-soft tabular-nums'}>
        {t('showing', { from, to, total })}
      </h2>
      <Turns reading={reading} where="before" />
      <div dir={head.edition?.direction}>
        <ReadingLayout margin={renderMargin !== undefined}>
          <Runs>
            {passages.map((passage, index) => (
              <PassageText
                key={passage.ordinal}
                passage={passage}
                groupId={head.groupId}
                textId={head.id}
                name={t('passage', { reference: passage.reference })}
                rank={ranks[index]}
                margin={renderMargin?.(passage)}
              />
            ))}
          </Runs>
        </ReadingLayout>
      </div>
      <Turns reading={reading} where="after" />
    </>
  )
}

/** To the passages before or after these. */
function Turns({ reading, where }: { readonly reading: ReaderView; readonly where: 'before' | 'after' }) {
  const t = useTranslations('texts.reader')
  const { head, from, total } = reading
  const at = `/groups/${head.groupId}/texts/${head.id}`
  const previous = Math.max(1, from - windowSize)
  const next = from + windowSize
  const hasPrevious = from > 1
  const hasNext = where === 'after' && next <= total
  if (!hasPrevious && !hasNext) return null
  return (
    <nav aria-label={where === 'before' ? t('previous') : t('next')} className="print:hidden flex flex-wrap gap-3 py-4">
      {hasPrevious && (
        <ButtonLink href={`${at}?from=${previous}`} icon={<ArrowLeft className="rtl:-scale-x-100" aria-hidden />}>
          {t('previous')}
        </ButtonLink>
      )}
      {hasNext && (
        <ButtonLink href={`${at}?from=${next}`} icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  )
}

export interface ReaderToolsProps {
  readonly at: string
  readonly contents?: { readonly groupId: string; readonly textId: string; readonly lines: Contents }
  /** What was looked for. */
  readonly words?: string
  /** Why what was typed leads to no passage. */
  readonly refusal?: string | null
  /** What was typed, kept where it leads nowhere. */
  readonly typed?: string | undefined
}

/** Contents, a way to a passage by its name, and to words. Plain forms: they work without script and can be linked to. */
export function ReaderTools({ at, contents, words, refusal, typed }: ReaderToolsProps) {
  const t = useTranslations('texts.reader')
  const hintId = useId()
  return (
    <div className="print:hidden mb-8 grid gap-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <form action={at} method="get" className="flex items-center gap-2">
          <input
            name="at"
            aria-label={t('goTo')}
            placeholder={t('goTo')}
            aria-describedby={hintId}
            defaultValue={typed}
            maxLength={100}
            required
            className={`${controlLook({ wide: false })} w-56`}
          />
          <Button type="submit">{t('go')}</Button>
        </form>
        <div className="min-w-0 flex-1 basis-56">
          <SearchField label={t('find')} name="q" action={at} defaultValue={words} maxLength={200} required />
        </div>
      </div>
      <FieldHint id={hintId}>{t('goToHint')}</FieldHint>
      <FieldError role="alert" message={refusal} />
      {contents && contents.lines.lines.length > 0 && <ContentsOf {...contents} />}
    </div>
  )
}

/** By depth of the section, from the second on. */
const indents = ['', 'ps-5', 'ps-10', 'ps-14', 'ps-18', 'ps-22']

function ContentsOf({ groupId, textId, lines }: NonNullable<ReaderToolsProps['contents']>) {
  const t = useTranslations('texts.reader')
  return (
    <Disclosure summary={t('contents')}>
      <nav aria-label={t('contents')}>
        <ol className="columns-[20rem] gap-x-10">
          {lines.lines.map(({ ordinal, reference, depth, text }) => (
            <li key={ordinal} className={`break-inside-avoid py-0.5 wrap-anywhere ${indents[depth - 1] ?? ''}`}>
              <bdi className="me-2 text-sm text-soft tabular-nums">{reference}</bdi>
              <TextLink look="title" href={readerHref(groupId, textId, ordinal)}>
                <bdi>{text}</bdi>
              </TextLink>
            </li>
          ))}
        </ol>
        {lines.isShortened && <p className="mt-3 text-sm text-soft">{t('contentsShortened')}</p>}
      </nav>
    </Disclosure>
  )
}
