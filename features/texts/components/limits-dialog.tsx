'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useUndoOffer } from '#components/actions/undoable.ts'
import { useAct } from '#components/actions/use-act.ts'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { Form } from '#components/forms/form.tsx'
import { textsIn } from '#components/forms/form-values.ts'
import { SeenList, useSeenList } from '#components/forms/seen.tsx'
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
  const [view, setView] = useState<LimitsView | 'failed' | null>(null)
  useEffect(() => {
    read({ route: 'GET /texts/{textId}/limits', params: { textId } })
      .then((answer) => setView(answer.ok ? answer.view : 'failed'))
      .catch(() => setView('failed'))
  }, [textId])
  if (view === null) return <p role="status">{own('loading')}</p>
  if (view === 'failed') return <p role="alert">{own('failed')}</p>
  if (view.parties.length === 0) return <p>{t('limitsNoParties')}</p>
  return <LimitsForm textId={textId} view={view} />
}

function LimitsForm({ textId, view }: LimitsDialogProps & { readonly view: LimitsView }) {
  const t = useTranslations('texts.limits')
  const close = useClose()
  const { stay } = useAct()
  const offerUndo = useUndoOffer()
  const list = useSeenList(view.limitedTo)
  const send = async (data: FormData) => {
    const [partyIds, seen] = [[...textsIn(data, 'partyIds')], [...list.seen]]
    const call = { route: 'PUT /texts/{textId}/limits', params: { textId }, body: { partyIds, seen } } as const
    const refusals = await stay(call, { done: close, refused: list.refused })
    if (refusals.length > 0) return refusals
    // Taken back is what stands there by this: what somebody else makes of it meanwhile stays.
    const before = { partyIds: seen, seen: partyIds }
    offerUndo({ said: t('didSave'), act: { route: 'PUT /texts/{textId}/limits', params: { textId }, body: before } })
    return refusals
  }
  const choices = view.parties.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form send={send}>
      <SeenList list={list} choices={choices} />
      <CheckboxGroup label={t('limitsParties')} name="partyIds" defaultValue={view.limitedTo} choices={choices} />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
