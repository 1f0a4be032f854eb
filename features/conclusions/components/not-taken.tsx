'use client'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'
import { useRefused } from '#components/forms/use-refused.ts'
import { Notice } from '#components/text/notice.tsx'
import { Difference } from './difference.tsx'
import { useShown } from './use-shown.ts'
import { useVersionedAct } from './use-versioned-act.ts'

/** Why an answer was not taken. */
interface NotTakenFor {
  readonly message: string
  /** A form says it, too, as long as it is there. */
  readonly byForm: boolean
}

/** Sends the answer, and says why it was not taken: null takes that back. */
type Answering = Pick<ReturnType<typeof useVersionedAct>, 'act' | 'pending'> & {
  readonly refuse: (why: NotTakenFor | null) => void
}

const AnsweringContext = createContext<Answering | null>(null)

/** How the answer is sent that the form within `NotTaken` takes. */
export function useAnswering(): Answering {
  const answering = use(AnsweringContext)
  if (answering === null) throw new Error('An answer is taken within NotTaken.')
  return answering
}

type Props = {
  /** The page takes an answer now. */
  readonly mayAnswer: boolean
  readonly children: ReactNode
}

/**
 * Says above the answer why one was not taken. The page is fetched again then, and may take none any more: the form goes, and what
 * was refused stays said.
 */
export function NotTaken({ mayAnswer, children }: Props) {
  const t = useTranslations('conclusions.answer')
  const { act, pending, changed } = useVersionedAct()
  const [refusal, refuse] = useRefused<NotTakenFor>()
  const said = refusal === null || (refusal.byForm && mayAnswer) ? null : refusal.message
  const shown = useShown(changed ?? said)
  return (
    <AnsweringContext value={{ act, pending, refuse }}>
      <div ref={shown} className="grid max-w-reading pb-4 empty:hidden">
        {changed !== null && (
          <Notice tone="warning" title={t('changed')} live>
            <p className="mb-3">
              {t(mayAnswer ? 'changedMeans' : 'changedAway', { from: changed.from, to: changed.to })}
            </p>
            {changed.from !== changed.to && <Difference difference={changed} />}
          </Notice>
        )}
        {changed === null && said !== null && <Notice tone="refusal" title={said} live />}
      </div>
      {children}
    </AnsweringContext>
  )
}
