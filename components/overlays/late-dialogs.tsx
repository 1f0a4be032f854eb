'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { lateWords } from '#lib/words/late-words.ts'
import type { Namespace } from '#lib/words/namespaces.ts'
import { MoreWords, type MoreWordsProps } from '../text/words-below.tsx'
import type { LatePart } from './late-part.ts'
import { showToast } from './toast.ts'

/** What a dialog that comes later is given. */
export interface LateDialogProps<View> {
  /** What the pressed button opens (`OpensDialog`). */
  readonly opens: string
  /** What it is about, as it is now. */
  readonly view: View
  readonly onClose: () => void
}

/** What was asked for: a view, or why there is none. */
export type LateAnswer<View> =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly problem: { readonly title: string } }

export type LateDialogsProps<View> = {
  /** The dialogs, which show one by what it is called. Loaded when somebody is about to press one of the buttons. */
  readonly part: LatePart<LateDialogProps<View>>
  /** The namespaces for which the dialogs ask. A check compares both. */
  readonly words: readonly Namespace[]
  /** Asks for what a dialog shows, when it is opened. */
  readonly ask: (opens: string) => Promise<LateAnswer<View>>
}

interface Opened<View> {
  readonly opens: string
  readonly view: View
  readonly messages: MoreWordsProps['words']
}

/**
 * Opens the dialogs that buttons of the page name (`OpensDialog`): one listener for all of them, and until then neither their code nor
 * their words nor what they show. Stands once on a page. What does not arrive is said, and the press can be tried again.
 */
export function LateDialogs<View>({ part, words, ask }: LateDialogsProps<View>) {
  const t = useTranslations('components.page')
  const language = useLocale()
  const [opened, setOpened] = useState<Opened<View> | null>(null)
  const open = useEffectEvent(async (button: HTMLElement) => {
    const { opens = '' } = button.dataset
    button.ariaBusy = 'true'
    try {
      const [asked, messages] = await Promise.all([ask(opens), lateWords(language, words), part.load()])
      if (asked.ok) setOpened({ opens, view: asked.view, messages })
      else showToast({ message: asked.problem.title })
    } catch {
      showToast({ message: t('failed') })
    } finally {
      button.ariaBusy = null
    }
  })
  const intend = useEffectEvent(() => {
    // Nobody has asked for it yet: what does not arrive now is said when it is needed.
    Promise.all([lateWords(language, words), part.load()]).catch(() => {})
  })
  // As soon as the page is awake: a press before this is lost.
  useLayoutEffect(() => {
    const press = ({ target, defaultPrevented }: MouseEvent) => {
      // A press on a link is the router's too.
      const button = linked(target) ?? (defaultPrevented ? null : pressed(target))
      if (button !== null && button.ariaBusy !== 'true') void open(button)
    }
    const near = ({ target }: Event) => (pressed(target) ?? linked(target)) !== null && intend()
    const arrived = placed(location.hash)
    if (arrived !== null) void open(arrived)
    document.addEventListener('click', press)
    for (const sign of signs) document.addEventListener(sign, near)
    return () => {
      document.removeEventListener('click', press)
      for (const sign of signs) document.removeEventListener(sign, near)
    }
  }, [])
  const Dialogs = part.part()
  if (opened === null || Dialogs === null) return null
  const { opens, view, messages } = opened
  return (
    <MoreWords words={messages}>
      <Dialogs key={opens} opens={opens} view={view} onClose={() => setOpened(null)} />
    </MoreWords>
  )
}

/** By which somebody shows that they are about to press. */
const signs = ['pointerover', 'focusin'] as const

function pressed(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('button[data-opens]') : null
}

/** The button to which a link of this page leads: nobody looks for it to press it once more. */
function linked(target: EventTarget | null): HTMLElement | null {
  const link = target instanceof Element ? target.closest('a') : null
  return link?.pathname === location.pathname ? placed(link.hash) : null
}

function placed(hash: string): HTMLElement | null {
  return hash === ''
    ? null
    : (document.getElementById(hash.slice(1))?.closest<HTMLElement>('button[data-opens]') ?? null)
}
