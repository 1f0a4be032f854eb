import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import type { PreparationView } from '../views.ts'
import { AssignHomework, type RenderAssignForm } from './assign-homework.tsx'

interface Props {
  readonly view: PreparationView
  readonly renderForm: RenderAssignForm
}

/** Giving homework for a meeting, on demand; open at once where nothing was given yet. */
export function AssignSection({ view, renderForm }: Props) {
  const t = useTranslations('preparation')
  const { groupId, meetingId, assigning, items } = view
  return (
    <Section title={t('assign')} id="assign">
      <p className="mb-3 max-w-form text-soft">{t('assignMeans')}</p>
      <Disclosure summary={t('assign')} open={view.assignments.length === 0}>
        <AssignHomework {...{ groupId, meetingId, assigning, items, renderForm }} />
      </Disclosure>
    </Section>
  )
}
