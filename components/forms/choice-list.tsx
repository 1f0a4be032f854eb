'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { stayBeside } from '../overlays/anchor.ts'
import { floatingLook, lineLook } from '../overlays/floating.ts'
import type { ComboBoxState } from './use-combo-box.ts'

type ChoiceListProps = {
  readonly id: string
  readonly optionId: (index: number) => string
  readonly labelledBy: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly box: ComboBoxState
}

/** What a `ComboBox` offers. The focus stays in the field; pressing a line does not take it away. */
export function ChoiceList({ id, optionId, labelledBy, anchor, box }: ChoiceListProps) {
  const t = useTranslations('components')
  const list = useRef<HTMLDivElement>(null)
  const { active, offered } = box
  useEffect(() => {
    const element = list.current
    if (!element || !anchor.current) return
    element.style.width = `${anchor.current.offsetWidth}px`
    element.showPopover()
    return stayBeside(anchor.current, element)
  }, [anchor])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <>
      <div
        ref={list}
        id={id}
        popover="manual"
        role="listbox"
        aria-labelledby={labelledBy}
        className={`${floatingLook} choice-list`}
        data-kind="list"
        onPointerDown={(event) => event.preventDefault()}
      >
        {offered.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: as above; the field answers the keys.
          <div
            key={choice.value}
            id={optionId(index)}
            role="option"
            className={lineLook}
            data-index={index}
            data-focused={index === active || undefined}
            aria-selected={choice.value === box.value}
            aria-disabled={choice.disabled}
            onClick={() => box.choose(choice)}
          >
            <span className="min-w-0" dir="auto">
              {choice.label}
            </span>
            {choice.value === box.value && <Check data-slot="end" aria-hidden />}
          </div>
        ))}
        {offered.length === 0 && <p className="px-3 py-2 text-soft">{t('empty')}</p>}
      </div>
      <p role="status" className="sr-only">
        {offered.length === 0 ? t('empty') : offered.length}
      </p>
    </>
  )
}
