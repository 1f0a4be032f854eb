'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { GroupFields } from './group-fields.tsx'

/** Makes a group: what it is called, what it is for, and where its people live. */
export function GroupForm() {
  const t = useTranslations('groups.form')
  const { act } = useAct()
  const [made, setMade] = useState(0)
  async function make(data: FormData) {
    const body = { name: textIn(data, 'name'), purpose: textIn(data, 'purpose'), timeZone: textIn(data, 'timeZone') }
    const refusals = await act({ route: 'POST /groups', body })
    // What was made stands above the form, which is empty again for the next.
    if (refusals.length === 0) setMade((count) => count + 1)
    return refusals
  }
  return (
    <Form key={made} send={make} draft="group-new">
      <GroupFields />
      <div>
        <SubmitButton>{t('create')}</SubmitButton>
      </div>
    </Form>
  )
}
