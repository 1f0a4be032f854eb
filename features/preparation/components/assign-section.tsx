import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import type { PreparationView } from '../views.ts'
import { AssignHomework, type RenderAssignForm } from './assign-homework.tsx'

interface Props {
  readonly view: PreparationView
  /** The item that is chosen at first, with its passages; null: none. */
  readonly itemId: string | null
  readonly renderForm: RenderAssignForm
}

/** Giving homework for a meeting, on demand; open at once where nothing was given yet, or where one came to give that of an item. */
export function AssignSection({ view, itemId, renderForm }: Props) {
  const t = useTranslations('preparation')
  const { groupId, meetingId, assigning, items } = view
  return (
    <Section title={t('assign')} id="assign" screenOnly>
      <p className="mb-3 max-w-form text-soft">{t('assignMeans')}</p>
      <Disclosure summary={t('assignWhat')} open={itemId !== null || view.assignments.length === 0}>
        <AssignHomework {...{ groupId, meetingId, assigning, items, itemId, renderForm }} />
      </Disclosure>
    </Section>
  )
}
