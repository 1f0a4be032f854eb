import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { ReadingLayout } from '#components/frame/reading-layout.tsx'
import { Section } from '#components/frame/section.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { quoteFrom } from '#domain/text/quote.ts'
import { shownReference } from '#domain/text/reference.ts'
import type { PassageView, PassageInContext as View } from '../views.ts'
import { passageHref, readerHref } from './passage-href.ts'
import { PassageGap, PassageText, ranksOf } from './passage-text.tsx'

interface Props {
  readonly view: View
}

export interface CitedPassageProps extends Props {
  readonly marked: readonly [number, number] | null
}

/** The words to mark that an address names; null when it names none that stand in the passage. */
export function markedBy(text: string, start: unknown, end: unknown): readonly [number, number] | null {
  const quote = quoteFrom(text, Number(start ?? Number.NaN), Number(end ?? Number.NaN))
  return isRefusal(quote) ? null : [quote.start, quote.end]
}

/** The passage that a page is about: it comes first, and alone. */
export function CitedPassage({ view, marked }: CitedPassageProps) {
  const { head, passage } = view
  const name = useTranslations('texts.reader')('passage', {
    reference: shownReference(passage.reference, passage.text),
  })
  return (
    <div dir={head.edition?.direction}>
      <h2 className="sr-only">{name}</h2>
      <ReadingLayout>
        <PassageText
          passage={passage}
          groupId={head.groupId}
          textId={head.id}
          name={name}
          rank={ranksOf([passage])[0]}
          marked={marked}
        />
      </ReadingLayout>
    </div>
  )
}

/** From one passage to the one before it, to its place in the text, and to the one after it. */
export function PassageTurning({ view: { head, passage } }: Props) {
  const t = useTranslations('texts.reader')
  const { ordinal } = passage
  const to = (first: number) => passageHref(head.groupId, head.id, { first })
  return (
    <nav aria-label={t('turning')} className="flex basis-full flex-wrap gap-3">
      {ordinal > 1 && (
        <ButtonLink size="small" href={to(ordinal - 1)} icon={<ArrowLeft className="rtl:-scale-x-100" aria-hidden />}>
          {t('before')}
        </ButtonLink>
      )}
      <ButtonLink size="small" href={readerHref(head.groupId, head.id, ordinal)}>
        {t('inContext')}
      </ButtonLink>
      {ordinal < (head.edition?.passageCount ?? 0) && (
        <ButtonLink size="small" href={to(ordinal + 1)} icon={<ArrowRight className="rtl:-scale-x-100" aria-hidden />}>
          {t('after')}
        </ButtonLink>
      )}
    </nav>
  )
}

/** What stands before and after the passage, with the place where it belongs; nothing when it stands alone. */
export function PassagesAround({ view }: Props) {
  const t = useTranslations('texts.reader')
  const { head, passage, before, after } = view
  if (before.length + after.length === 0) return null
  const ranks = ranksOf([...before, ...after])
  const text = (one: PassageView, index: number) => (
    <PassageText
      key={one.ordinal}
      passage={one}
      groupId={head.groupId}
      textId={head.id}
      name={t('passage', { reference: shownReference(one.reference, one.text) })}
      rank={ranks[index]}
    />
  )
  return (
    <Section title={t('around')}>
      <div dir={head.edition?.direction}>
        <ReadingLayout>
          {before.map(text)}
          <PassageGap
            passage={passage}
            name={t('passage', { reference: shownReference(passage.reference, passage.text) })}
            words={t('above')}
          />
          {after.map((one, index) => text(one, before.length + index))}
        </ReadingLayout>
      </div>
    </Section>
  )
}
