import { useTranslations } from 'next-intl'
import { ItemLead, ItemList, ItemRow } from '#components/collections/item-list.tsx'
import { SectionTitle } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { shownReference, titleReference } from '#domain/text/reference.ts'
import type { FoundWords as View } from '../views.ts'
import { passageHref } from './passage-href.ts'

/** The passages in which words were found, each with the words around them. */
export function Findings({ view, words }: { readonly view: View; readonly words: string }) {
  const t = useTranslations('texts.reader')
  const { head, found, isMore } = view
  const count = found.length
  return (
    <section className="max-w-reading">
      <SectionTitle>{isMore ? t('foundMore', { count, words }) : t('foundIn', { count, words })}</SectionTitle>
      <p className="mt-2 mb-4">
        <TextLink href={`/groups/${head.groupId}/texts/${head.id}`}>{t('leaveFind')}</TextLink>
      </p>
      <div dir={head.edition?.direction}>
        <ItemList ordered>
          {found.map(({ ordinal, reference, before, match, after }) => (
            <ItemRow key={ordinal}>
              <ItemLead>
                <TextLink href={passageHref(head.groupId, head.id, { first: ordinal })}>
                  <bdi dir={reference === titleReference ? 'auto' : 'ltr'}>{shownReference(reference, head.title)}</bdi>
                </TextLink>
              </ItemLead>
              <p dir="auto" className="min-w-0 flex-1 basis-64 font-serif wrap-anywhere">
                {before}
                <mark>{match}</mark>
                {after}
              </p>
            </ItemRow>
          ))}
        </ItemList>
      </div>
    </section>
  )
}
