'use client'
import { useTranslations } from 'next-intl'
import {
  type ComponentProps,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useComboBox } from 'react-aria/useComboBox'
import { useListBox } from 'react-aria/useListBox'
import { Item } from 'react-stately/Item'
import { type ComboBoxState, useComboBoxState } from 'react-stately/useComboBoxState'
import { FloatingBox, showBeside } from '../overlays/floating-box.tsx'
import { InReadersLanguage } from '../overlays/readers-language.tsx'
import { matching } from './matching.ts'
import { collectionOf, lineHandlers, OfferedLine } from './offered-line.tsx'
import type { Choice } from './select.tsx'
import { typedChoice } from './typed-choice.ts'

type ComboBoxOfferProps = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly labelId: string
  readonly choices: readonly Choice[]
  readonly also: ((choice: Choice) => string) | undefined
  readonly value: string
  /** What was typed before this was there; null: nothing. */
  readonly typed: string | null
  /** The list was asked for before this was there. */
  readonly asked: boolean
  readonly choose: (value: string) => void
  /** Told what the field is and answers to from now on. */
  readonly onWired: (attributes: ComponentProps<'input'>) => void
}

/** What a `ComboBox` offers, and what its field answers to. It stands beside the field, which stays as it was drawn first. */
export const ComboBoxOffer = memo(function ComboBoxOffer(props: ComboBoxOfferProps) {
  return (
    <InReadersLanguage>
      <Offer {...props} />
    </InReadersLanguage>
  )
})

function Offer(props: ComboBoxOfferProps) {
  const { input, labelId, onWired } = props
  const t = useTranslations('components.choices')
  const list = useRef<HTMLDivElement>(null)
  const { state, options } = useOfferState(props)
  const { inputProps, listBoxProps } = useComboBox(
    { ...options, 'aria-labelledby': labelId, inputRef: input, listBoxRef: list, popoverRef: list },
    state,
  )
  const { listBoxProps: boxProps } = useListBox({ ...listBoxProps, shouldFocusWrap: true }, state, list)
  const handlers = fieldHandlers(props, state, inputProps)

  // After every change of its own: the field is drawn by the component around this one.
  useLayoutEffect(() =>
    onWired({
      value: inputProps.value,
      'aria-expanded': state.isOpen,
      'aria-controls': inputProps['aria-controls'],
      'aria-activedescendant': inputProps['aria-activedescendant'],
      ...handlers,
    }),
  )
  useEffect(() => {
    if (!state.isOpen) return
    const shown = list.current
    showBeside(input.current, shown)
    return () => shown?.hidePopover()
  }, [state.isOpen, input])

  const lines = state.isOpen ? [...state.collection] : []
  const { focusedKey } = state.selectionManager
  return (
    <>
      <FloatingBox
        {...boxProps}
        {...lineHandlers(state)}
        ref={list}
        popover="manual"
        className="max-h-80 w-[anchor-size(width)] p-[0.35rem]"
      >
        {lines.map(({ key, textValue }) => (
          <OfferedLine
            key={key}
            choice={key}
            label={textValue}
            collection={collectionOf(boxProps)}
            activeId={key === focusedKey ? inputProps['aria-activedescendant'] : undefined}
            isChosen={state.selectionManager.isSelected(key)}
            isOff={state.selectionManager.isDisabled(key)}
          />
        ))}
        {state.isOpen && lines.length === 0 && <p className="px-3 py-2 text-soft">{t('empty')}</p>}
      </FloatingBox>
      {/* The attribute keeps it spoken: whatever else is not the field or its list, React Aria hides while this is open. */}
      <p role="status" data-live-announcer className="sr-only">
        {state.isOpen && (lines.length === 0 ? t('empty') : t('offered', { count: lines.length }))}
      </p>
    </>
  )
}

/** Chosen, typed, offered and open, as React Aria keeps them; what was done to the field before, is done to them now. */
function useOfferState({ input, choices, also, value, typed, asked, choose }: ComboBoxOfferProps) {
  const label = choices.find((choice) => choice.value === value)?.label ?? ''
  const [text, setText] = useState(typed ?? label)
  // A field that shows its choice offers everything; one that is being typed in, what matches, the nearest first.
  const found = useMemo(() => matching(choices, text === label ? '' : text, also), [choices, text, label, also])
  const ranked = useMemo(() => [...new Set([...found, ...choices])], [found, choices])
  const offered = useMemo(() => new Set(found.map((choice) => choice.label)), [found])
  const options = {
    defaultItems: ranked,
    children: (choice: Choice) => (
      <Item key={choice.value} textValue={choice.label}>
        {choice.label}
      </Item>
    ),
    disabledKeys: choices.flatMap((choice) => (choice.disabled ? [choice.value] : [])),
    defaultFilter: (of: string) => offered.has(of),
    allowsEmptyCollection: true,
    value: value === '' ? null : value,
    onChange: (key: string | number | null) => choose(key === null ? '' : String(key)),
    ...(typed === null ? {} : { defaultInputValue: typed }),
    onInputChange: setText,
  }
  const state = useComboBoxState<Choice>(options)

  const begin = useRef(() => {
    if (document.activeElement !== input.current) return state.revert()
    state.setFocused(true)
    if (asked) state.open(null, typed === null ? 'manual' : 'input')
  })
  useEffect(() => begin.current(), [])
  // Enter takes the first line of what matches.
  const first = [...state.collection].find(({ key }) => !state.disabledKeys.has(key))?.key ?? null
  const typing = state.isOpen && text !== label && text !== ''
  const { selectionManager } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed moves to the first line; arrows move on from there.
  useEffect(() => {
    if (typing) selectionManager.setFocusedKey(first)
  }, [typing, text])
  return { state, options }
}

/** What the field answers to: React Aria's, and what this product says of leaving it. */
function fieldHandlers(
  { choices }: ComboBoxOfferProps,
  state: ComboBoxState<Choice>,
  given: ComponentProps<'input'>,
): Pick<ComponentProps<'input'>, 'onChange' | 'onClick' | 'onFocus' | 'onBlur' | 'onKeyDown' | 'onTouchEnd'> {
  const { onChange, onFocus, onBlur, onKeyDown, onTouchEnd } = given
  /** Words that are a choice, to the letter, choose it; others give way to the last choice. */
  const takeExact = () => {
    const exact = typedChoice(choices, state.inputValue)
    if (exact !== undefined && exact.value !== state.value) state.setValue(exact.value)
  }
  return {
    onChange,
    onFocus,
    onTouchEnd,
    onClick: () => !state.isOpen && state.open(null, 'manual'),
    onBlur: (event) => {
      takeExact()
      onBlur?.(event)
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      // Tab leaves the field as a press elsewhere does.
      if (event.key === 'Tab') return
      if (event.key !== 'Escape') return onKeyDown?.(event)
      if (!state.isOpen) return
      // A dialog around the field stays open.
      event.preventDefault()
      event.stopPropagation()
      state.revert()
    },
  }
}
