'use client'
import { useTranslations } from 'next-intl'
import { type ComponentType, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { showToast } from './toast.ts'

/**
 * A part of a widget that is loaded when somebody is about to use it. What is on the page stays where it is meanwhile: the part
 * comes beside it and answers what was pressed before.
 */
export interface LatePart<Props extends object> {
  /** Null until it is there. */
  readonly part: () => ComponentType<Props> | null
  /** Loads it, once; one that did not arrive is asked for again the next time. Rejects when it does not arrive. */
  readonly load: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

/** Declares a part, by how its module is imported. */
export function latePart<Props extends object>(imported: () => Promise<ComponentType<Props>>): LatePart<Props> {
  const listeners = new Set<() => void>()
  let loading: Promise<void> | null = null
  let part: ComponentType<Props> | null = null

  async function arrive(): Promise<void> {
    try {
      part = await imported()
      for (const listener of listeners) listener()
    } catch (failure) {
      loading = null
      throw failure
    }
  }
  return {
    part: () => part,
    load: () => {
      loading ??= arrive()
      return loading
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Handlers by which a control shows that somebody is about to use it. */
interface Intent {
  readonly onPointerEnter: () => void
  readonly onPointerDown: () => void
  readonly onFocus: () => void
}

/**
 * The part once it is there, and what the control that needs it answers to. `used`: it is needed now. Where it does not arrive
 * then, that is said, and `onFailure` puts back what waits for it.
 */
export function useLatePart<Props extends object>(
  late: LatePart<Props>,
  used: boolean,
  onFailure?: () => void,
): { readonly part: ComponentType<Props> | null; readonly intent: Intent } {
  const t = useTranslations('components.page')
  const part = useSyncExternalStore(late.subscribe, late.part, () => null)
  const failed = useEffectEvent(() => {
    showToast({ message: t('failed') })
    onFailure?.()
  })
  useEffect(() => {
    if (used) late.load().catch(() => failed())
  }, [used, late])
  // Nobody has asked for it yet: what does not arrive now is said when it is needed.
  const intend = () => void late.load().catch(() => {})
  return { part, intent: { onPointerEnter: intend, onPointerDown: intend, onFocus: intend } }
}
