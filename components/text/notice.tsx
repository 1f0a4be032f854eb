import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** `info`: good to know. `warning`: possible, with consequences. `refusal`: not possible, and why. */
export type NoticeTone = 'info' | 'warning' | 'refusal'

export type NoticeProps = {
  readonly tone: NoticeTone
  /** The statement in one line. */
  readonly title: ReactNode
  /** Name and number, when numbers say it best: needed 140 min, planned 90 min. */
  readonly figures?: readonly { readonly label: string; readonly value: string }[]
  /** More words, and what can be done about it. */
  readonly children?: ReactNode
  /** Set when it appears in answer to an act, so that it is spoken. */
  readonly live?: boolean
}

/** A statement that wants to be seen: icon, rule and words. */
export function Notice({ tone, title, figures = [], children, live = false }: NoticeProps) {
  const role = live ? (tone === 'refusal' ? 'alert' : 'status') : undefined
  return (
    <div className="notice" data-tone={tone} role={role}>
      <ToneIcon tone={tone} />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {figures.length > 0 && (
          <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
            {figures.map(({ label, value }) => (
              <div key={label} className="flex flex-col-reverse">
                <dt className="text-sm text-soft">{label}</dt>
                <dd className="font-serif text-2xl tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {children && <div className="mt-1 max-w-reading">{children}</div>}
      </div>
    </div>
  )
}

function ToneIcon({ tone }: { readonly tone: NoticeTone }) {
  switch (tone) {
    case 'info':
      return <Info className="icon" aria-hidden />
    case 'warning':
      return <TriangleAlert className="icon" aria-hidden />
    case 'refusal':
      return <OctagonAlert className="icon" aria-hidden />
    default:
      return tone satisfies never
  }
}
