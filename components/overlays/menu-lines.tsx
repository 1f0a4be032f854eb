'use client'
import Link from 'next/link'
import { useRef } from 'react'
import { useMenu, useMenuItem } from 'react-aria/useMenu'
import { Item } from 'react-stately/Item'
import { type TreeState, useTreeState } from 'react-stately/useTreeState'
import { lineLook } from './floating-box.tsx'
import type { MenuItem } from './menu.tsx'
import { InReadersLanguage } from './readers-language.tsx'

type MenuLinesProps = {
  readonly items: readonly MenuItem[]
  readonly labelledBy: string
  /** Where the focus begins. */
  readonly from: 'first' | 'last'
  /** Something was chosen. */
  readonly onClose: () => void
}

/** What a `Menu` holds: arrows, Home, End and the first letters move, Enter, Space and a press choose. */
export function MenuLines(props: MenuLinesProps) {
  return (
    <InReadersLanguage>
      <Lines {...props} />
    </InReadersLanguage>
  )
}

function Lines({ items, labelledBy, from, onClose }: MenuLinesProps) {
  const list = useRef<HTMLDivElement>(null)
  const own = {
    items,
    children: (item: MenuItem) => (
      <Item key={item.id} textValue={typeof item.label === 'string' ? item.label : item.id}>
        {item.label}
      </Item>
    ),
    disabledKeys: items.flatMap(({ id, disabled }) => (disabled ? [id] : [])),
    onAction: (id: string | number) => items.find((item) => item.id === id)?.onSelect?.(),
  }
  const state = useTreeState(own)
  const { menuProps } = useMenu(
    { ...own, 'aria-labelledby': labelledBy, autoFocus: from, shouldFocusWrap: true, onClose },
    state,
    list,
  )
  return (
    <div {...menuProps} ref={list}>
      {items.map((item) => (
        <Line key={item.id} item={item} state={state} />
      ))}
    </div>
  )
}

function Line({ item, state }: { readonly item: MenuItem; readonly state: TreeState<MenuItem> }) {
  const { id, label, icon, href, danger, disabled, current } = item
  const link = useRef<HTMLAnchorElement>(null)
  const act = useRef<HTMLDivElement>(null)
  const leads = href !== undefined && !disabled
  const { menuItemProps } = useMenuItem({ key: id }, state, leads ? link : act)
  // These two a link takes or does without; React Aria has no use for them where there are pointers.
  const { onMouseEnter, onTouchStart, onClick = () => {}, ...handlers } = menuItemProps
  const attributes = {
    ...handlers,
    onClick,
    className: lineLook,
    'data-tone': danger ? 'danger' : undefined,
    'aria-current': current ? ('true' as const) : undefined,
  }
  const shown = (
    <>
      {icon}
      {label}
    </>
  )
  return leads ? (
    <Link {...attributes} ref={link} href={href} prefetch={false}>
      {shown}
    </Link>
  ) : (
    <div {...attributes} ref={act}>
      {shown}
    </div>
  )
}
