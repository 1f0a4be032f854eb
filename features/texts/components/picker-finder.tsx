'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { controlLook, fieldLook } from '#components/forms/control.ts'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { NativeSelect } from '#components/forms/native-select.tsx'
import type { Contents } from '../views.ts'

interface FinderProps {
  readonly contents: Contents['lines']
  /** Looks for what was typed, without the blanks around it; for nothing: leaves what was found. */
  readonly find: (typed: string) => void
  /** Goes to a passage, by its ordinal: the text begins with it. */
  readonly visit: (ordinal: number) => void
}

/** Goes to a section, or to what somebody types: the name of a passage as people write it, or words of the text. */
export function Finder({ contents, find, visit }: FinderProps) {
  const t = useTranslations('texts.picker')
  return (
    <div className="flex flex-wrap items-end gap-3 tight:gap-2">
      <FindField find={find} />
      {contents.length > 0 && (
        <FinderChoice label={t('section')} value="" onChange={(value) => visit(Number(value))}>
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
    </div>
  )
}

/** What is typed to find a passage; one begins here. No form: the picker may stand in one. */
function FindField({ find }: { readonly find: (typed: string) => void }) {
  const t = useTranslations('texts.picker')
  const hintId = useId()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Whoever is choosing among the texts stays there.
    if (!(document.activeElement instanceof HTMLSelectElement)) field.current?.focus()
  }, [])
  return (
    <div className="grid basis-full gap-[0.35rem]">
      <div className="flex min-w-0 items-end gap-2">
        <label className={`${fieldLook} flex-1`}>
          <span className="font-label tight:sr-only">{t('find')}</span>
          <input
            ref={field}
            type="search"
            enterKeyHint="search"
            autoCapitalize="off"
            placeholder={t('findShort')}
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
      <div className="tight:sr-only">
        <FieldHint id={hintId}>{t('findHint')}</FieldHint>
      </div>
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
      <label htmlFor={id} className="font-label tight:sr-only">
        {label}
      </label>
      <NativeSelect id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </NativeSelect>
    </div>
  )
}
