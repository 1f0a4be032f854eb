import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '#components/disclosure.tsx'
import { Section } from '#components/section.tsx'
import { assignmentKinds } from '#domain/preparation.ts'
import type { PreparationView } from '../queries/preparation.ts'
import { AssignForm } from './assign-form.tsx'

interface Props {
  readonly view: PreparationView
  readonly passages: ReactNode
}

/** The form with which homework is given, on demand; open at once where nothing was given yet. */
export function AssignSection({ view, passages }: Props) {
  const t = useTranslations('preparation')
  const words = {
    as: t('as'),
    what: t('what'),
    to: t('to'),
    toHint: t('toHint'),
    wholeParty: t('wholeParty'),
    passages: t('passages'),
    item: t('item'),
    noItem: t('noItem'),
    dueOn: t('dueOn'),
    dueOnHint: t('dueOnHint'),
    instructions: t('instructions'),
    instructionsHint: t('instructionsHint'),
    submit: t('submit'),
    givenToast: t('givenToast'),
  }
  return (
    <Section title={t('assign')}>
      <p className="mb-3 max-w-form text-soft">{t('assignMeans')}</p>
      <Disclosure summary={t('assign')} open={view.assignments.length === 0}>
        <AssignForm
          groupId={view.groupId}
          meetingId={view.meetingId}
          assigning={view.assigning.map((role) => ({
            ...role,
            label: t(`asRole.${role.as}`),
            means: t(`asMeans.${role.as}`),
          }))}
          items={view.items}
          kinds={assignmentKinds.map((value) => ({ value, label: t(`kind.${value}`), means: t(`kindMeans.${value}`) }))}
          words={words}
          passages={passages}
        />
      </Disclosure>
    </Section>
  )
}
