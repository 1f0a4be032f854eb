'use client'
import { useTranslations } from 'next-intl'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { doneEvent, sendUnderKey } from '#lib/api/send.ts'
import { showToast } from '../overlays/toast.ts'
import type { MarkedDoing } from './marked-act.tsx'
import { useUndoOffer } from './undoable.ts'
import { useGoing } from './use-going.ts'

/**
 * Does what buttons in prepared markup say that they do (`MarkedAct`), one listener for all of them: as `ActButton` does it, with the
 * refusal beside the button. Stands once on every page.
 */
export function MarkedActs() {
  const t = useTranslations('components.page')
  const { going, go, renew } = useGoing()
  const offerUndo = useUndoOffer()
  // The same act tried again after a lost connection carries the same key, and is done once.
  const keys = useRef(new WeakMap<HTMLElement, string>())
  const press = useEffectEvent(async (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-act]') : null
    if (button === null || event.defaultPrevented || going || button.ariaBusy === 'true') return
    const { act, goTo, undo, said }: MarkedDoing = JSON.parse(button.dataset.act ?? '')
    const key = keys.current.get(button) ?? crypto.randomUUID()
    keys.current.set(button, key)
    setBusy(button, true)
    try {
      const sent = await sendUnderKey(act, key)
      keys.current.delete(button)
      if (!sent.ok) return sayBeside(button, sent.problem.title)
      if (goTo === undefined) renew()
      else go(goTo)
      if (undo !== undefined) offerUndo(undo, goTo)
      if (said !== undefined) showToast({ message: said })
    } catch {
      showToast({ message: t('failed') })
    } finally {
      setBusy(button, false)
    }
  })
  // As soon as the page is awake: a press before this is lost.
  useLayoutEffect(() => {
    const hear = (event: MouseEvent) => void press(event)
    document.addEventListener('click', hear)
    window.addEventListener(doneEvent, forgetRefusals)
    return () => {
      document.removeEventListener('click', hear)
      window.removeEventListener(doneEvent, forgetRefusals)
    }
  }, [])
  return null
}

/** It keeps the focus while its act is on the way, says so to a screen reader, and lets no second press through. */
function setBusy(button: HTMLButtonElement, isBusy: boolean): void {
  button.ariaBusy = isBusy ? 'true' : null
  button.ariaDisabled = isBusy ? 'true' : null
  button.classList.toggle('cursor-progress', isBusy)
}

/** Why it was not done, said after its button until an act on this page is done. */
function sayBeside(button: HTMLButtonElement, words: string): void {
  if (button.nextElementSibling?.matches(refusal)) button.nextElementSibling.remove()
  const said = document.createElement('p')
  said.role = 'alert'
  said.dataset.refusal = ''
  said.className = 'text-sm text-soft'
  said.textContent = words
  button.after(said)
}

const refusal = '[data-refusal]'

function forgetRefusals(): void {
  for (const said of document.querySelectorAll(refusal)) said.remove()
}
