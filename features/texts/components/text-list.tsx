import { BookOpen, PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { Pages } from '#components/collections/pages.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { TextLine, TextPage as View } from '../views.ts'

/** The texts of a group with their editions; when there is none, what to do first. */
export function TextList({ groupId, view }: { readonly groupId: string; readonly view: View }) {
  const t = useTranslations('texts')
  const at = `/groups/${groupId}/texts`
  if (view.texts.length === 0) {
    const action = view.can.import && (
      <ButtonLink variant="primary" href={`${at}/new`}>
        {t('import')}
      </ButtonLink>
    )
    return (
      <EmptyState title={t('none')} action={action}>
        {view.can.import ? t('noneMeans') : t('noneMember')}
      </EmptyState>
    )
  }
  return (
    <>
      <ItemList label={t('title')}>
        {view.texts.map((text) => (
          <TextItem key={text.id} at={at} text={text} />
        ))}
      </ItemList>
      <Pages page={view.page} of={view.pages} hrefOf={(page) => `${at}?page=${page}`} />
    </>
  )
}

function TextItem({ at, text }: { readonly at: string; readonly text: TextLine }) {
  const t = useTranslations('texts')
  const list = useNames()
  const isPublished = text.editions.some(({ state }) => state === 'published')
  const href = isPublished ? `${at}/${text.id}` : `${at}/${text.id}/import`
  return (
    <Item
      title={
        <TextLink look="title" href={href}>
          <bdi>{text.title}</bdi>
        </TextLink>
      }
      meta={text.limitedTo.length > 0 ? t('limitedTo', { parties: list(text.limitedTo) }) : undefined}
      aside={text.editions.map(({ number, state, passageCount }) => (
        <span key={number} className="flex flex-wrap gap-x-4">
          {text.editions.length > 1 && <span>{t('edition', { number })}</span>}
          <span className="tabular-nums">{t('passages', { count: passageCount })}</span>
          {state === 'published' ? (
            <StateMark tone="settled" icon={<BookOpen aria-hidden />}>
              {t('published')}
            </StateMark>
          ) : (
            <StateMark tone="now" icon={<PenLine aria-hidden />}>
              {t('draft')}
            </StateMark>
          )}
        </span>
      ))}
    />
  )
}
