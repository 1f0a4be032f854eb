import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import type { Messages } from '#messages/en.ts'
import { boxLook, FloatingBox } from '../overlays/floating-box.tsx'

/** What a term is called in code and in the addresses of the glossary: a key of messages/en/terms.json. */
export type TermKey = keyof Messages['terms']

export type TermProps = {
  /** Null: what stands here is no term. */
  readonly of: TermKey | null
  /** False: it was explained further up on the page, and its words stand alone. Default true. */
  readonly first?: boolean
  /** The words that stand here, which need not be the term's own name. */
  readonly children: ReactNode
}

/**
 * A term of the procedure where it first stands on a page: a press, a tap or Enter shows its meaning beside it, Escape or a press
 * outside closes it, and a screen reader tells it as the description of the term. The browser's own popover: nothing moves, and no
 * script is needed. It is a button, so it stands in headings, cells and sentences, and not in a link, a button or a `summary`. On paper the words alone.
 */
export function Term({ of, first = true, children }: TermProps) {
  return of === null || !first ? children : <Explained of={of}>{children}</Explained>
}

function Explained({ of, children }: { readonly of: TermKey; readonly children: ReactNode }) {
  const t = useTranslations('terms')
  // Another answer, such as the page within a frame that stays, counts its ids anew.
  const id = `${useId()}${of}`
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-describedby={id}
        data-term
        className="-my-1 cursor-help py-1 text-start [text-transform:inherit] underline decoration-soft decoration-dotted decoration-from-font underline-offset-[0.2em] select-text hover:decoration-accent hover:decoration-solid print:no-underline"
      >
        {children}
      </button>
      <FloatingBox
        as="span"
        id={id}
        className={`${boxLook} me-2 px-4 py-3 text-start font-sans text-base font-normal tracking-normal whitespace-normal normal-case`}
      >
        <span className="block max-w-64">{t(`${of}.meaning`)}</span>
      </FloatingBox>
    </>
  )
}

/** What `t.rich` makes of a message in which terms stand as tags of their key, such as `<put>put to the parties</put>`. */
export function termTags(...keys: readonly TermKey[]): Readonly<Record<string, (words: ReactNode) => ReactNode>> {
  return Object.fromEntries(keys.map((key) => [key, (words: ReactNode) => <Term of={key}>{words}</Term>]))
}
