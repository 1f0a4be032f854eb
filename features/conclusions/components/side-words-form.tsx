'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SeenFields, useSeen } from '#components/forms/seen.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'

export interface SideWordsFormProps {
  readonly conclusionId: string
  /** What the side is called. */
  readonly side: string
  /** What it wrote so far; null: nothing. */
  readonly words: string | null
  readonly hint: string
  readonly submit: string
}

/** A side's own words in a divergence. Whoever else writes for it is not overwritten unseen. */
export function SideWordsForm({ conclusionId, side, words, hint, submit }: SideWordsFormProps) {
  const { stay } = useAct()
  const seeing = useSeen<{ readonly words: string | null }>({ words })
  async function send(data: FormData) {
    const said = textIn(data, 'words').replaceAll('\r\n', '\n')
    const body = { words: said, seen: seeing.seen.words }
    const call = { route: 'PUT /conclusions/{conclusionId}/words', params: { conclusionId }, body } as const
    return stay(call, { done: () => seeing.saved({ words: said }), refused: seeing.refused })
  }
  return (
    <Form send={send} draft={`words-${conclusionId}`}>
      <SeenFields seeing={seeing} />
      <TextArea
        name="words"
        label={side}
        description={hint}
        defaultValue={words ?? ''}
        maxLength={20_000}
        required
        asText
      />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
