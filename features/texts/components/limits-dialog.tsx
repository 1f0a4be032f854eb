'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import type { LimitsView } from '../queries/limits.ts'

export interface LimitsDialogProps {
  readonly textId: string
}

/** Who may read a text; what is known of it is fetched when it opens. */
export function LimitsDialog({ textId }: LimitsDialogProps) {
  const t = useTranslations('texts.limits')
  return (
    <Dialog label={t('limits')} title={t('limitsTitle')}>
      <p className="mb-4">{t('limitsMeans')}</p>
      <Limits textId={textId} />
    </Dialog>
  )
}

function Limits({ textId }: LimitsDialogProps) {
  const t = useTranslations('texts.limits')
  const own = useTranslations('components')
  const close = useClose()
  const { act } = useAct()
  const [view, setView] = useState<LimitsView | 'failed' | null>(null)
  useEffect(() => {
    fetch(`/api/v1/texts/${textId}/limits`)
      .then((response) => (response.ok ? response.json() : 'failed'))
      .then(setView)
      .catch(() => setView('failed'))
  }, [textId])
  if (view === null) return <p role="status">{own('loading')}</p>
  if (view === 'failed') return <p role="alert">{own('failed')}</p>
  if (view.parties.length === 0) return <p>{t('limitsNoParties')}</p>
  const send = async (data: FormData) => {
    const body = { partyIds: data.getAll('partyIds') }
    const refusals = await act({ method: 'PUT', path: `/texts/${textId}/limits`, body })
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send}>
      <CheckboxGroup
        label={t('limitsParties')}
        name="partyIds"
        defaultValue={view.limitedTo}
        choices={view.parties.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
