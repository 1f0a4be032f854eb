import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'

/** Makes a published text a draft again; what cites it already, and keeps it published, the refusal says. */
export function TakeBackPublishing({ groupId, textId }: { readonly groupId: string; readonly textId: string }) {
  const t = useTranslations('texts.takeBack')
  const own = useTranslations('components.page')
  return (
    <ActButton
      act={{ route: 'DELETE /texts/{textId}/publication', params: { textId } }}
      goTo={`/groups/${groupId}/texts/${textId}/import`}
      said={own('undone')}
      icon={<Undo2 className="rtl:-scale-x-100" aria-hidden />}
    >
      {t('button')}
    </ActButton>
  )
}
