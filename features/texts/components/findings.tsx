import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import type { FoundWords as View } from '../views.ts'
import { passageHref } from './passage-href.ts'

/** The passages in which words were found, each with the words around them. */
export function Findings({ view, words }: { readonly view: View; readonly words: string }) {
  const t = useTranslations('texts.reader')
  const { head, found, isMore } = view
  const count = found.length
  return (
    <section className="max-w-reading">
      <h2 className="section-title mb-2 wrap-anywhere">
        {isMore ? t('foundMore', { count, words }) : t('foundIn', { count, words })}
      </h2>
      <p className="mb-4">
        <TextLink href={`/groups/${head.groupId}/texts/${head.id}`}>{t('leaveFind')}</TextLink>
      </p>
      <ol className="item-list" dir={head.edition?.direction}>
        {found.map(({ ordinal, reference, before, match, after }) => (
          <li key={ordinal} className="item">
            <span className="item-lead">
              <TextLink href={passageHref(head.groupId, head.id, { first: ordinal })}>
                <bdi dir="ltr">{reference}</bdi>
              </TextLink>
            </span>
            <p dir="auto" className="min-w-0 flex-1 basis-64 font-serif wrap-anywhere">
              {before}
              <mark>{match}</mark>
              {after}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
