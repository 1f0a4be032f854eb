import { useId } from 'react'
import { Table } from '../collections/table.tsx'

/** One stretch of time. */
export type TimeBarSegment = {
  readonly id: string
  readonly label: string
  readonly minutes: number
  /** How long it takes, in words: "25 min". */
  readonly duration: string
  /** When it starts, as it is to be read: "19:40". */
  readonly start: string
  /** Running now. */
  readonly current?: boolean
}

export type TimeBarProps = {
  readonly segments: readonly TimeBarSegment[]
  /** The minutes there are. What goes beyond is hatched, behind a line. */
  readonly available: number
  readonly words: {
    /** Caption of the table and name of the picture. */
    readonly caption: string
    readonly label: string
    readonly start: string
    readonly duration: string
  }
  /** The table is spoken only, because a list on the page says the same. */
  readonly tableHidden?: boolean
}

/** The bar runs as the page does; its numbers, turned with it, are turned back. */
const mirrored = 'rtl:origin-center rtl:-scale-x-100 rtl:[transform-box:fill-box]'

/** How a span of time is used: a bar in true proportion, and the same facts as a table. Widths are SVG attributes: no inline styles. */
export function TimeBar({ segments, available, words, tableHidden = false }: TimeBarProps) {
  const used = segments.reduce((sum, segment) => sum + segment.minutes, 0)
  const whole = Math.max(used, available, 1)
  const share = (minutes: number) => `${(100 * minutes) / whole}%`
  const hatch = `${useId()}hatch`
  let before = 0
  return (
    <figure className="grid gap-3">
      <svg
        className={`block h-10 w-full overflow-visible font-sans text-sm/none font-label ${mirrored}`}
        aria-hidden
        focusable="false"
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="6" className="fill-danger opacity-55" />
          </pattern>
        </defs>
        <rect className="fill-sunk" width={share(available)} height="100%" />
        {segments.map((segment, index) => {
          const x = share(before)
          before += segment.minutes
          return (
            <svg key={segment.id} x={x} width={share(segment.minutes)} height="100%" aria-hidden>
              <rect
                className={`stroke-accent stroke-[1.5px] ${segment.current ? 'fill-accent' : 'fill-accent-wash'}`}
                width="100%"
                height="100%"
              />
              <text
                className={`${mirrored} ${segment.current ? 'fill-on-accent font-bold' : 'fill-ink'}`}
                x="50%"
                y="50%"
                dominantBaseline="central"
                textAnchor="middle"
              >
                {index + 1}
              </text>
            </svg>
          )
        })}
        {used > available && (
          <>
            <rect x={share(available)} width={share(used - available)} height="100%" fill={`url(#${hatch})`} />
            {/* In two parts: the number of the item that it falls into stays readable between them. */}
            <line
              className="stroke-danger stroke-[3px]"
              x1={share(available)}
              x2={share(available)}
              y1="-12%"
              y2="24%"
            />
            <line
              className="stroke-danger stroke-[3px]"
              x1={share(available)}
              x2={share(available)}
              y1="76%"
              y2="112%"
            />
          </>
        )}
      </svg>
      <div className={tableHidden ? 'sr-only' : undefined}>
        <Table
          caption={words.caption}
          captionHidden
          narrow="cards"
          columns={[
            { key: 'label', label: words.label },
            { key: 'start', label: words.start, align: 'end' },
            { key: 'duration', label: words.duration, align: 'end' },
          ]}
          rows={segments.map(({ id, label, start, duration }, index) => ({
            id,
            cells: { label: `${index + 1}. ${label}`, start, duration },
          }))}
        />
      </div>
    </figure>
  )
}
