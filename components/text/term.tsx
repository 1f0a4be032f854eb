import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import type { Messages } from '#messages/en.ts'
import { FloatingBox } from '../overlays/floating-box.tsx'

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
 * script is needed. It is a button, so it stands in headings, cells and sentences; beside a link, a button or a label, in which it may not stand,
 * stands a `TermMark`. On paper the words alone.
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
      <Meaning id={id}>{t(`${of}.meaning`)}</Meaning>
    </>
  )
}

/** The meaning, in a box above everything. */
function Meaning({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <FloatingBox as="span" id={id} className="meaning">
      <span className="block max-w-64">{children}</span>
    </FloatingBox>
  )
}

export type TermMarkProps = {
  readonly of: TermKey
  /** The id of the meaning: the control beside which the mark stands names it as `aria-describedby`, and so is told with it. */
  readonly id: string
}

/**
 * The meaning of a term that first stands on a page in a link, a button or the label of a field: a small mark right behind it, which opens
 * as a `Term` does. The control itself does what it did.
 */
export function TermMark({ of, id }: TermMarkProps) {
  const t = useTranslations('terms')
  const own = useTranslations('components.page')
  return (
    // One element: where the parts of a bar share its width, a mark takes none of it.
    <span className="inline-flex flex-none self-center align-middle print:hidden">
      <button
        type="button"
        popoverTarget={id}
        aria-label={own('termMark', { term: t(`${of}.name`) })}
        data-term
        className="inline-flex size-6 cursor-help items-center justify-center rounded-full text-soft hover:text-accent"
      >
        <CircleHelp className="size-[1.05em]" aria-hidden />
      </button>
      <Meaning id={id}>{t(`${of}.meaning`)}</Meaning>
    </span>
  )
}

/** What `t.rich` makes of a message in which terms stand as tags of their key, such as `<put>put to the parties</put>`. */
export function termTags(...keys: readonly TermKey[]): Readonly<Record<string, (words: ReactNode) => ReactNode>> {
  return Object.fromEntries(keys.map((key) => [key, (words: ReactNode) => <Term of={key}>{words}</Term>]))
}
