import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { assignmentKinds } from '#domain/preparation.ts'
import type { AssigningAs } from '../views.ts'
import type { AssignFormProps } from './assign-form.tsx'

/** What the page puts together: the form, with the picker of passages, which comes from the texts. */
export type RenderAssignForm = (props: Omit<AssignFormProps, 'renderPicker'>) => ReactNode

interface Props extends Pick<AssignFormProps, 'groupId' | 'meetingId' | 'items' | 'itemId' | 'citations' | 'then'> {
  readonly assigning: readonly AssigningAs[]
  readonly renderForm: RenderAssignForm
}

/** The form with which homework is given, in its words. */
export function AssignHomework({ assigning, renderForm, ...rest }: Props) {
  const t = useTranslations('preparation')
  return renderForm({
    ...rest,
    assigning: assigning.map((role) => ({
      ...role,
      label: t(`asRole.${role.as}`),
      means: t(`asMeans.${role.as}`),
    })),
    kinds: assignmentKinds.map((value) => ({ value, label: t(`kind.${value}`), means: t(`kindMeans.${value}`) })),
  })
}
