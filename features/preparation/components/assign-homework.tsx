import { useTranslations } from 'next-intl'
import { assignmentKinds } from '#domain/preparation.ts'
import type { AssigningAs } from '../queries/assigning.ts'
import { AssignForm, type AssignFormProps } from './assign-form.tsx'

interface Props extends Pick<AssignFormProps, 'groupId' | 'meetingId' | 'items' | 'passages' | 'then'> {
  readonly assigning: readonly AssigningAs[]
}

/** The form with which homework is given, in its words. */
export function AssignHomework({ assigning, ...rest }: Props) {
  const t = useTranslations('preparation')
  return (
    <AssignForm
      {...rest}
      assigning={assigning.map((role) => ({
        ...role,
        label: t(`asRole.${role.as}`),
        means: t(`asMeans.${role.as}`),
      }))}
      kinds={assignmentKinds.map((value) => ({ value, label: t(`kind.${value}`), means: t(`kindMeans.${value}`) }))}
    />
  )
}
