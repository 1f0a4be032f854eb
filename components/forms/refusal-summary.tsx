'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { TextAnchor } from '../frame/text-link.tsx'
import { NoticeFrame } from '../text/notice.tsx'
import { FieldName } from './field-name.tsx'
import type { FormRefusal } from './form.tsx'

type RefusalSummaryProps = {
  readonly title: string
  readonly refusals: readonly FormRefusal[]
  readonly fieldId: (name: string) => string
}

/**
 * All that stands in the way, together, above the form. Takes the focus when it appears; each line leads to its field, where
 * the form has it: an act can weigh more than one form holds.
 */
export function RefusalSummary({ title, refusals, fieldId }: RefusalSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const [present, setPresent] = useState<readonly string[]>([])
  useEffect(() => {
    if (refusals.length === 0) return
    box.current?.focus()
    const named = refusals.flatMap(({ field }) => field ?? [])
    setPresent(named.filter((name) => document.getElementById(fieldId(name)) !== null))
  }, [refusals, fieldId])
  if (refusals.length === 0) return null

  const go = (event: MouseEvent, name: string) => {
    event.preventDefault()
    document.getElementById(fieldId(name))?.focus()
  }
  return (
    <NoticeFrame tone="refusal" ref={box} role="alert" tabIndex={-1}>
      <div>
        <p className="font-semibold">{title}</p>
        <ul className="mt-1 grid gap-1">
          {refusals.map(({ field, message }) => (
            <li key={`${field}: ${message}`}>
              {field !== undefined && present.includes(field) ? (
                <TextAnchor href={`#${fieldId(field)}`} onClick={(event) => go(event, field)}>
                  <FieldName of={fieldId(field)} />
                  {message}
                </TextAnchor>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </NoticeFrame>
  )
}
