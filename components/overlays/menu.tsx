'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { Button, type ButtonVariant } from '../actions/button.tsx'
import { type Alignment, FloatingBox, showBeside } from './floating-box.tsx'
import { latePart, useLatePart } from './late-part.ts'

/** One line of a menu: it goes somewhere (`href`) or does something (`onSelect`). */
export type MenuItem = {
  readonly id: string
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly href?: string
  readonly onSelect?: () => void
  readonly danger?: boolean
  readonly disabled?: boolean
  /** The one that is in force, e.g. the group one is in. */
  readonly current?: boolean
}

export type MenuProps = {
  readonly label: ReactNode
  readonly icon?: ReactNode
  /** Null: they are on the way. */
  readonly items: readonly MenuItem[] | null
  /** It was opened: what it holds is asked for now, where it does not come with the page. */
  readonly onOpen?: () => void
  readonly variant?: ButtonVariant
  readonly buttonSize?: 'normal' | 'small'
  /** On a phone only the icon shows; the words stay the button's name. */
  readonly compact?: boolean
  /** Default `end`. */
  readonly alignment?: Alignment
}

const lateLines = latePart(async () => (await import('./menu-lines.tsx')).MenuLines)

/**
 * A button and its menu. The button and the box are the browser's own, so that a press is answered before the page is awake; the
 * lines are React Aria's (docs/decisions/030), and are loaded when somebody is about to press the button.
 */
export function Menu({
  label,
  icon,
  items,
  onOpen,
  variant = 'plain',
  buttonSize = 'normal',
  alignment = 'end',
  compact,
}: MenuProps) {
  const t = useTranslations('components.page')
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<'first' | 'last'>('first')
  const [open, setOpen] = useState(false)
  const close = () => box.current?.hidePopover()
  const { part: Lines, intent } = useLatePart(lateLines, open, close)
  const opened = useEffectEvent(() => onOpen?.())

  // It may have been pressed before the page was awake.
  useEffect(() => setOpen(box.current?.matches(':popover-open') ?? false), [])
  useEffect(() => {
    if (open) opened()
  }, [open])
  const openByArrow = (event: KeyboardEvent) => {
    const { key } = event
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return
    event.preventDefault()
    setFrom(key === 'ArrowDown' ? 'first' : 'last')
    showBeside(button.current, box.current)
  }
  return (
    <>
      <Button
        {...intent}
        ref={button}
        id={`${id}-button`}
        variant={variant}
        size={buttonSize}
        icon={icon}
        popoverTarget={id}
        shrinks
        aria-haspopup="menu"
        aria-expanded={open}
        onKeyDown={openByArrow}
      >
        <span className={compact ? 'min-w-0 truncate max-sm:sr-only' : 'min-w-0 truncate'}>{label}</span>
        <ChevronDown aria-hidden />
      </Button>
      <FloatingBox
        ref={box}
        id={id}
        alignment={alignment}
        className="min-w-48 p-[0.35rem]"
        onKeyDownCapture={({ key }) => key === 'Tab' && close()}
        onToggle={({ newState }) => {
          setOpen(newState === 'open')
          if (newState === 'closed') setFrom('first')
        }}
      >
        {Lines !== null && items !== null && open ? (
          <Lines items={items} labelledBy={`${id}-button`} from={from} onClose={close} />
        ) : (
          <p role="status" className="px-3 py-2 text-soft">
            {t('loading')}
          </p>
        )}
      </FloatingBox>
    </>
  )
}
