'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { controlLook } from '#components/forms/control.ts'
import { fieldLook } from '#components/forms/field.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { NativeSelect } from '#components/forms/native-select.tsx'
import type { Contents, FoundWords } from '../views.ts'
import { PickerFindings } from './picker-findings.tsx'
import { askFound, type Found } from './use-window.ts'

/** Runs a search, during which the passages that are shown are not to be touched: others are about to stand there. */
export type During = (search: () => Promise<void>) => Promise<void>

interface FinderProps {
  readonly textId: string
  readonly contents: Contents['lines']
  /** Goes to a passage, by its ordinal: `exactly` where the text is to begin with it, else with what is around it. */
  readonly visit: (ordinal: number, how?: 'exactly') => Promise<void>
  readonly during: During
}

/** Goes to a section, or to what somebody types: the name of a passage as people write it, or words of the text. */
export function Finder({ textId, contents, visit, during }: FinderProps) {
  const t = useTranslations('texts.picker')
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found<FoundWords> | null>(null)
  const showAt = (ordinal: number) => {
    setFound(null)
    return visit(ordinal)
  }
  const find = async (typed: string) => {
    setWords(typed)
    setFound({ state: 'waiting' })
    const answer = await askFound(textId, typed)
    // A name that means one passage leads there; whatever else may be meant is a choice.
    const [only, other] = answer.state === 'here' ? answer.view.named : []
    if (only !== undefined && other === undefined) await showAt(only.ordinal)
    else setFound(answer)
  }
  const begin = (typed: string) => {
    if (typed === '') setFound(null)
    else void during(() => find(typed))
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <FindField find={begin} />
      {contents.length > 0 && (
        <FinderChoice
          label={t('section')}
          value=""
          onChange={(value) => void during(() => visit(Number(value), 'exactly'))}
        >
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
      {found !== null && (
        <PickerFindings
          {...{ found, words }}
          showAt={(ordinal) => void during(() => showAt(ordinal))}
          leave={() => setFound(null)}
        />
      )}
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
