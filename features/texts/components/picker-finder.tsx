'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { controlLook, fieldLook } from '#components/forms/control.ts'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { NativeSelect } from '#components/forms/native-select.tsx'
import type { Contents, FoundWords } from '../views.ts'
import { PickerFindings } from './picker-findings.tsx'
import { askRun, type NamedRun } from './picker-run.ts'
import { askFound, type Found } from './use-window.ts'

interface FinderProps {
  readonly textId: string
  readonly contents: Contents['lines']
  /** Goes to a passage, by its ordinal: `exactly` where the text is to begin with it, else with what is around it. */
  readonly visit: (ordinal: number, how?: 'exactly') => void
  /** Picks everything from one passage to another. */
  readonly take: (run: NamedRun) => void
}

/** Goes to a section, or to what somebody types: the name of a passage as people write it, or words of the text. */
export function Finder({ textId, contents, visit, take }: FinderProps) {
  const t = useTranslations('texts.picker')
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found<FoundWords> | null>(null)
  const showAt = (ordinal: number) => {
    setFound(null)
    visit(ordinal)
  }
  const find = async (typed: string) => {
    if (typed === '') return setFound(null)
    setWords(typed)
    setFound({ state: 'waiting' })
    const run = await askRun(textId, typed)
    if (run !== null) {
      take(run)
      return showAt(run.first.ordinal)
    }
    const answer = await askFound(textId, typed)
    // A name that means one passage leads there; whatever else may be meant is a choice.
    const [only, other] = answer.state === 'here' ? answer.view.named : []
    if (only !== undefined && other === undefined) showAt(only.ordinal)
    else setFound(answer)
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <FindField find={find} />
      {contents.length > 0 && (
        <FinderChoice label={t('section')} value="" onChange={(value) => visit(Number(value), 'exactly')}>
          <option value="" disabled>
            {t('sectionHint')}
          </option>
          <option value="1">{t('beginning')}</option>
          {contents.map(({ ordinal, reference, text }) => (
            <option key={ordinal} value={ordinal}>
              {reference} {text}
            </option>
          ))}
        </FinderChoice>
      )}
      {found !== null && <PickerFindings {...{ found, words, showAt }} leave={() => setFound(null)} />}
    </div>
  )
}

/** What is typed to find a passage. No form: the picker may stand in one. */
function FindField({ find }: { readonly find: (typed: string) => void }) {
  const t = useTranslations('texts.picker')
  const hintId = useId()
  const [typed, setTyped] = useState('')
  return (
    <div className="grid basis-full gap-[0.35rem]">
      <div className="flex min-w-0 items-end gap-2">
        <label className={`${fieldLook} flex-1`}>
          <span className="font-label">{t('find')}</span>
          <input
            type="search"
            enterKeyHint="search"
            autoCapitalize="off"
            className={controlLook()}
            value={typed}
            aria-describedby={hintId}
            maxLength={200}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              find(typed.trim())
            }}
          />
        </label>
        <Button onClick={() => find(typed.trim())}>{t('go')}</Button>
      </div>
      <FieldHint id={hintId}>{t('findHint')}</FieldHint>
    </div>
  )
}

/** One of some, as the browser's own list. */
export function FinderChoice({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <div className={`${fieldLook} flex-1 basis-48`}>
      <label htmlFor={id} className="font-label">
        {label}
      </label>
      <NativeSelect id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </NativeSelect>
    </div>
  )
}
