'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { GroupFields } from './group-fields.tsx'

/** Makes a group that somebody else organizes: what it is called, what it is for, and where its people live. It leads to inviting them. */
export function GroupForm() {
  const t = useTranslations('groups.form')
  const { act } = useAct()
  function make(data: FormData) {
    const body = { name: textIn(data, 'name'), purpose: textIn(data, 'purpose'), timeZone: textIn(data, 'timeZone') }
    return act({ route: 'POST /groups', body }, ({ id }) => {
      showToast({ message: t('made', { group: body.name }) })
      return `/groups?invite=${id}#invite`
    })
  }
  return (
    <Form send={make} draft="group-new">
      <GroupFields />
      <div>
        <SubmitButton>{t('create')}</SubmitButton>
      </div>
    </Form>
  )
}
