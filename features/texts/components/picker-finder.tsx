'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/actions/button.tsx'
import { controlLook } from '#components/forms/control.ts'
import { FieldError, fieldLook } from '#components/forms/field.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { NativeSelect } from '#components/forms/native-select.tsx'
import { useContents, type WindowStart } from './use-window.ts'

/** Goes to a section, or to a reference as somebody types it. */
export function Finder({
  textId,
  visit,
  refusal,
}: {
  readonly textId: string
  readonly visit: (place: WindowStart) => void
  readonly refusal: string | null
}) {
  const t = useTranslations('texts.picker')
  const contents = useContents(textId)
  const hintId = useId()
  const [typed, setTyped] = useState('')
  const look = () => {
    if (typed.trim() !== '') visit({ at: typed })
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      {contents.length > 0 && (
        <FinderChoice label={t('section')} value="" onChange={(value) => visit({ from: Number(value) })}>
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
      {/* No form: the picker may stand in one. */}
      <div className="flex min-w-0 flex-1 basis-48 items-end gap-2">
        <label className={`${fieldLook} flex-1`}>
          <span className="font-label">{t('goTo')}</span>
          <input
            className={controlLook()}
            value={typed}
            aria-describedby={hintId}
            maxLength={100}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              look()
            }}
          />
        </label>
        <Button onClick={look}>{t('go')}</Button>
      </div>
      <div className="grid basis-full gap-3">
        <FieldHint id={hintId}>{t('goToHint')}</FieldHint>
        <FieldError role="alert" message={refusal} />
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
      <label htmlFor={id} className="font-label">
        {label}
      </label>
      <NativeSelect id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </NativeSelect>
    </div>
  )
}
