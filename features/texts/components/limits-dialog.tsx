'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useUndoOffer } from '#components/actions/undoable.ts'
import { useAct } from '#components/actions/use-act.ts'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { Form } from '#components/forms/form.tsx'
import { textsIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { read } from '#lib/api/send.ts'
import type { LimitsView } from '../views.ts'

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
  const own = useTranslations('components.page')
  const close = useClose()
  const { act } = useAct()
  const offerUndo = useUndoOffer()
  const [view, setView] = useState<LimitsView | 'failed' | null>(null)
  useEffect(() => {
    read({ route: 'GET /texts/{textId}/limits', params: { textId } })
      .then((answer) => setView(answer.ok ? answer.view : 'failed'))
      .catch(() => setView('failed'))
  }, [textId])
  if (view === null) return <p role="status">{own('loading')}</p>
  if (view === 'failed') return <p role="alert">{own('failed')}</p>
  if (view.parties.length === 0) return <p>{t('limitsNoParties')}</p>
  const send = async (data: FormData) => {
    const [partyIds, seen] = [[...textsIn(data, 'partyIds')], [...view.limitedTo]]
    const body = { partyIds, seen }
    const refusals = await act({ route: 'PUT /texts/{textId}/limits', params: { textId }, body })
    if (refusals.length > 0) return refusals
    close()
    // Taken back is what stands there by this: what somebody else makes of it meanwhile stays.
    const before = { partyIds: seen, seen: partyIds }
    offerUndo({ said: t('didSave'), act: { route: 'PUT /texts/{textId}/limits', params: { textId }, body: before } })
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
