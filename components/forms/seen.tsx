'use client'
import { useTranslations } from 'next-intl'
import { type InputEvent, useRef, useState } from 'react'
import type { Problem } from '#lib/api/contract.ts'
import { Button } from '../actions/button.tsx'
import { showToast } from '../overlays/toast.ts'
import { Notice } from '../text/notice.tsx'
import { FieldName } from './field-name.tsx'
import { useFormState } from './form.tsx'
import { writeInto } from './form-draft.ts'

/** What a field may hold: a text, a number, or nothing. */
type FieldValue = string | number | null

/** What somebody else saved meanwhile, by the name of the field. */
type Others = Readonly<Record<string, FieldValue>>

/** What stood in the fields of a form when whoever types looked. */
export interface Seeing<Fields> {
  /** As it is sent: what stood there, or what somebody else saved and was shown. */
  readonly seen: Fields
  /** Null: nobody saved anything else in a field that was typed in. */
  readonly others: Others | null
  /** Hears why an act was refused. */
  readonly refused: (problem: Problem) => undefined
  /** The act was done: `to` is before whoever types. */
  readonly saved: (to: Fields) => void
  readonly putBack: (seen: Fields) => void
  readonly tookOthers: () => void
}

/**
 * What stood in the fields when whoever types looked, whatever the page is told later. When somebody else was faster, `refused` learns what
 * they saved, so that the next act is said over it by whoever has seen it.
 */
export function useSeen<Fields extends { readonly [Name in keyof Fields]: FieldValue }>(
  initial: Fields,
): Seeing<Fields> {
  const t = useTranslations('components.forms')
  const [seen, setSeen] = useState(initial)
  const [others, setOthers] = useState<Others | null>(null)
  return {
    seen,
    others,
    refused: (problem) => {
      if (problem.refused !== 'changed-meanwhile') return
      setSeen({ ...seen, ...problem.now })
      setOthers(problem.now)
    },
    saved: (to) => {
      showToast({ message: t('saved') })
      setSeen(to)
      setOthers(null)
    },
    putBack: setSeen,
    tookOthers: () => setOthers(null),
  }
}

export interface SeenFieldsProps<Fields> {
  readonly seeing: Seeing<Fields>
  /** A value as the form shows it, where that is not the value itself: the name of a choice. */
  readonly say?: (field: string, value: FieldValue) => string | undefined
  /** Takes what somebody else saved; missing: it is written into the fields. */
  readonly onTake?: () => void
}

/** Says inside a form what somebody else saved meanwhile, and lets choose. A draft of the form keeps along with it what it rests on. */
export function SeenFields<Fields>({ seeing, say, onTake }: SeenFieldsProps<Fields>) {
  const t = useTranslations('components.forms')
  const form = useFormState()
  const hidden = useRef<HTMLInputElement>(null)
  const { seen, others, putBack, tookOthers } = seeing
  const shown = JSON.stringify(seen)
  const restore = ({ currentTarget: { value } }: InputEvent<HTMLInputElement>) => {
    if (value !== shown) putBack(JSON.parse(value))
  }
  const take = () => {
    const fields = hidden.current?.form
    if (fields != null && others !== null) writeInto(fields, others)
    tookOthers()
  }
  return (
    <>
      <input ref={hidden} type="hidden" data-draft name="seen" value={shown} onInput={restore} />
      {others !== null && (
        <Notice tone="warning" title={t('changedMeanwhile')} live>
          <dl className="mt-2 grid gap-2">
            {Object.entries(others).map(([field, value]) => (
              <div key={field}>
                <dt className="text-sm text-soft">{form && <FieldName of={form.fieldId(field)} />}</dt>
                <dd dir="auto" className="whitespace-pre-line">
                  {say?.(field, value) ?? (value === null || value === '' ? t('changedToNothing') : value)}
                </dd>
              </div>
            ))}
          </dl>
          <div className="mt-3">
            <Button size="small" onClick={onTake ?? take}>
              {t('takeOthers')}
            </Button>
          </div>
        </Notice>
      )}
    </>
  )
}

/** A list that is said as a whole: what stood in it when whoever chooses looked. */
export interface SeeingList {
  readonly seen: readonly string[]
  /** What somebody else made of it meanwhile; null: nothing else. */
  readonly others: readonly string[] | null
  readonly refused: (problem: Problem) => undefined
}

/** What stood in a list of parties when whoever chooses looked, whatever the page is told later; `refused` learns what stands when somebody else was faster. */
export function useSeenList(initial: readonly string[]): SeeingList {
  const [seen, setSeen] = useState(initial)
  const [others, setOthers] = useState<readonly string[] | null>(null)
  return {
    seen,
    others,
    refused: (problem) => {
      if (problem.refused !== 'parties-changed') return
      setSeen(problem.partyIds)
      setOthers(problem.partyIds)
    },
  }
}

export interface SeenListProps {
  readonly list: SeeingList
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** Says inside a form what somebody else made of the list meanwhile; what was chosen stays as it is, and is saved over it when sent again. */
export function SeenList({ list: { others }, choices }: SeenListProps) {
  const t = useTranslations('components.forms')
  if (others === null) return null
  const named = choices.filter(({ value }) => others.includes(value))
  return (
    <Notice tone="warning" title={t('changedMeanwhile')} live>
      {named.length === 0 ? (
        t('changedToNothing')
      ) : (
        <ul className="mt-1 list-disc ps-5">
          {named.map(({ value, label }) => (
            <li key={value} dir="auto">
              {label}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
