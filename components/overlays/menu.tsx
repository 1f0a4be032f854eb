'use client'
import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react'
import { Button, type ButtonVariant } from '../actions/button.tsx'
import { floatingLook, lineLook } from './floating.ts'
import { useAnchored } from './use-anchored.ts'

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
  readonly items: readonly MenuItem[]
  readonly variant?: ButtonVariant
  readonly buttonSize?: 'normal' | 'small'
  /** On a phone only the icon shows; the words stay the button's name. */
  readonly compact?: boolean
  /** Default `end`. */
  readonly alignment?: 'start' | 'end'
}

/** A button and its menu: arrows, Home, End and first letters move, Escape closes (ARIA Authoring Practices, menu button). */
export function Menu({
  label,
  icon,
  items,
  variant = 'plain',
  buttonSize = 'normal',
  alignment = 'end',
  compact,
}: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const anchored = useAnchored(button, alignment)

  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    anchored.onToggle(event)
    button.current?.setAttribute('aria-expanded', String(event.newState === 'open'))
    if (event.newState === 'open') options(event.currentTarget)[0]?.focus()
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.showPopover()
  }
  return (
    <>
      <Button
        ref={button}
        variant={variant}
        size={buttonSize}
        icon={icon}
        popoverTarget={id}
        shrinks
        aria-haspopup="menu"
        aria-expanded={false}
        onKeyDown={openByArrow}
      >
        <span className={compact ? 'min-w-0 truncate max-sm:sr-only' : 'min-w-0 truncate'}>{label}</span>
        <ChevronDown aria-hidden />
      </Button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        className={floatingLook}
        data-kind="list"
        onToggle={toggled}
        onKeyDown={move}
      >
        {items.map((item) => (
          <MenuLine key={item.id} item={item} close={() => list.current?.hidePopover()} />
        ))}
      </div>
    </>
  )
}

function MenuLine({ item, close }: { item: MenuItem; close: () => void }) {
  const { label, icon, href, onSelect, danger, disabled, current } = item
  const attributes = {
    role: 'menuitem',
    tabIndex: -1,
    className: lineLook,
    'data-tone': danger ? 'danger' : undefined,
    'aria-current': current ? ('true' as const) : undefined,
    'aria-disabled': disabled ? (true as const) : undefined,
  }
  if (href && !disabled)
    return (
      <Link {...attributes} href={href} prefetch={false} onClick={close}>
        {icon}
        {label}
      </Link>
    )
  const choose = () => {
    if (disabled) return
    close()
    onSelect?.()
  }
  return (
    <button type="button" {...attributes} onClick={choose}>
      {icon}
      {label}
    </button>
  )
}

function options(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')]
}

function move(event: KeyboardEvent<HTMLDivElement>): void {
  const all = options(event.currentTarget)
  const at = all.indexOf(document.activeElement as HTMLElement)
  const next = nextOption(event.key, all, at)
  if (event.key === 'Tab') event.currentTarget.hidePopover()
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nextOption(key: string, all: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length]
  if (key === 'ArrowUp') return all.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const letter = key.toLocaleLowerCase()
  return [...all.slice(at + 1), ...all].find((option) =>
    option.textContent.trim().toLocaleLowerCase().startsWith(letter),
  )
}
