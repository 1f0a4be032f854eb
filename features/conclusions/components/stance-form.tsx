'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { DateField } from '#components/forms/date-field.tsx'
import { Form, type FormRefusal } from '#components/forms/form.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useRefused } from '#components/forms/use-refused.ts'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { StanceKind } from '#domain/conclusion/stance.ts'
import type { ConclusionView } from '../queries/view.ts'
import { Difference } from './difference.tsx'
import { useVersionedAct } from './use-versioned-act.ts'

type OtherAnswer = Exclude<StanceKind, 'consent'>

export interface StanceFormProps {
  readonly conclusionId: string
  /** The version whose words stand above. */
  readonly version: number
  readonly mayConsent: boolean
  /** It is the minutes of a meeting. */
  readonly isRecord: boolean
  /** What consent brings about at once, said beside its button; null: nothing yet. */
  readonly decides: ConclusionView['decidedByConsent']
  readonly others: readonly { readonly value: OtherAnswer; readonly label: string; readonly description: string }[]
  /** The first day that can be named for the principals. */
  readonly earliest: string
}

/** One press consents to the version above; every other answer, with its reason, waits behind a disclosure. */
export function StanceForm({
  conclusionId,
  version,
  mayConsent,
  isRecord,
  decides,
  others,
  earliest,
}: StanceFormProps) {
  const t = useTranslations('conclusions.answer')
  const { act, pending, changed } = useVersionedAct()
  const [refusal, setRefusal] = useRefused<string>()
  const decidesId = useId()
  const path = `/conclusions/${conclusionId}/stances`

  const answer = (given: unknown): Promise<readonly FormRefusal[]> =>
    act({ path, body: { version, answer: given }, renews: true })
  async function consent() {
    const refusals = await answer({ kind: 'consent' })
    setRefusal(refusals[0]?.message ?? null)
  }
  return (
    <div className="grid gap-5">
      {changed !== null && (
        <Notice tone="warning" title={t('changed')} live>
          <p className="mb-3">{t('changedMeans', { from: changed.from, to: changed.to })}</p>
          <Difference difference={changed} />
        </Notice>
      )}
      {changed === null && refusal !== null && <Notice tone="refusal" title={refusal} live />}
      {mayConsent && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button
            variant="primary"
            pending={pending}
            onClick={consent}
            aria-describedby={decides ? decidesId : undefined}
          >
            {t(isRecord ? 'agree' : 'consent', { version })}
          </Button>
          {decides !== null && (
            <p id={decidesId} className="min-w-0 flex-1 basis-64">
              {t(`decides.${decides}`)}
            </p>
          )}
        </div>
      )}
      {others.length > 0 && (
        <Disclosure summary={t('otherwise')}>
          <Otherwise {...{ path, version, others, earliest, answer }} />
        </Disclosure>
      )}
    </div>
  )
}

type OtherwiseProps = Pick<StanceFormProps, 'version' | 'others' | 'earliest'> & {
  readonly path: string
  readonly answer: (given: unknown) => Promise<readonly FormRefusal[]>
}

function Otherwise({ path, version, others, earliest, answer }: OtherwiseProps) {
  const t = useTranslations('conclusions.answer')
  const [kind, setKind] = useState<string>()
  return (
    <Form send={(data) => answer(answerIn(data))} draft={`${path} ${version}`}>
      <RadioGroup label={t('kind', { version })} name="kind" required choices={others} onChange={setKind} />
      {kind === 'consent-with-reservation' && (
        <TextArea label={t('reservation')} name="reservation" required maxLength={2_000} />
      )}
      {kind === 'ad-referendum' && <DateField label={t('date')} name="referendumOn" required min={earliest} />}
      {(kind === 'stand-aside' || kind === 'object') && (
        <TextArea label={t('reason')} name="reason" required maxLength={2_000} />
      )}
      <div>
        <SubmitButton>{t('send', { version })}</SubmitButton>
      </div>
    </Form>
  )
}

/** The fields that are there are those of the chosen kind. */
function answerIn(data: FormData): unknown {
  return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]))
}
