import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** `info`: good to know. `warning`: possible, with consequences. `refusal`: not possible, and why. */
export type NoticeTone = 'info' | 'warning' | 'refusal'

const grounds: Readonly<Record<NoticeTone, string>> = {
  info: 'border-accent bg-accent-wash',
  warning: 'border-warning bg-warning-wash',
  refusal: 'border-danger bg-danger-wash',
}

type FrameProps = Omit<ComponentProps<'div'>, 'className'> & { readonly tone: NoticeTone }

/** The ground, the rule and the icon of a statement; what it says stands in one element. Its links have the colour of its words. */
export function NoticeFrame({ tone, children, ...rest }: FrameProps) {
  return (
    <div
      {...rest}
      className={`grid max-w-3xl grid-cols-[auto_minmax(0,1fr)] gap-3 border-s-3 ps-4 pe-[1.1rem] pt-[0.85rem] pb-[0.9rem] [--link:currentColor] ${grounds[tone]}`}
    >
      <ToneIcon tone={tone} />
      {children}
    </div>
  )
}

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
    <NoticeFrame tone={tone} role={role}>
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
    </NoticeFrame>
  )
}

const iconLook = 'mt-[0.05rem] size-[1.3rem]'

function ToneIcon({ tone }: { readonly tone: NoticeTone }) {
  switch (tone) {
    case 'info':
      return <Info className={`${iconLook} text-accent`} aria-hidden />
    case 'warning':
      return <TriangleAlert className={`${iconLook} text-warning`} aria-hidden />
    case 'refusal':
      return <OctagonAlert className={`${iconLook} text-danger`} aria-hidden />
    default:
      return tone satisfies never
  }
}
