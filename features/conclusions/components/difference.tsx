import { type DiffToken, DiffView, type DiffViewProps } from '#components/text/diff-view.tsx'
import type { ShownRun } from '#domain/written/unseen-changes.ts'
import type { VersionDifference } from '../views/difference.ts'

/** What a difference is told with, for browser and server alike. */
export interface DifferenceWords {
  readonly same: string
  readonly tooLong: string
  readonly cut: string
  /** With {number}. */
  readonly version: string
  readonly passagesAdded: string
  readonly passagesRemoved: string
  readonly commitmentsAdded: string
  readonly commitmentsRemoved: string
  readonly diff: DiffViewProps['words']
}

type Props = { readonly difference: VersionDifference; readonly words: DifferenceWords }

/** Two versions in one: the wording word by word, passages and commitments by line. */
export function Difference({ difference, words }: Props) {
  const { wording, beside, passages, commitments } = difference
  return (
    <div className="grid gap-4">
      {wording !== null && <Wording wording={wording} words={words} />}
      {beside !== null && <SideBySide difference={difference} beside={beside} words={words} />}
      <Lines title={words.passagesRemoved} lines={passages.removed} />
      <Lines title={words.passagesAdded} lines={passages.added} />
      <Lines title={words.commitmentsRemoved} lines={commitments.removed} />
      <Lines title={words.commitmentsAdded} lines={commitments.added} />
    </div>
  )
}

function Wording({ wording, words }: { readonly wording: readonly ShownRun[]; readonly words: DifferenceWords }) {
  const isSame = wording.every(({ kind }) => kind === 'same')
  return isSame ? <p>{words.same}</p> : <DiffView tokens={wording.map(tokenOf)} words={words.diff} />
}

type Beside = Props & { readonly beside: NonNullable<VersionDifference['beside']> }

/** Too long to be compared in time: both are there to read. */
function SideBySide({ difference: { from, to }, beside: { older, newer, cut }, words }: Beside) {
  return (
    <>
      <p>{words.tooLong}</p>
      {cut && <p>{words.cut}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        {[
          { number: from, text: older },
          { number: to, text: newer },
        ].map(({ number, text }) => (
          <div key={number} className="min-w-0">
            <p className="text-sm text-soft">{words.version.replace('{number}', String(number))}</p>
            <div className="running-text whitespace-pre-wrap break-words" dir="auto">
              {text}
            </div>
          </div>
        ))}
      </div>
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <p className="text-sm text-soft">{title}</p>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}

const kinds = { same: 'same', removed: 'deleted', added: 'inserted', unseen: 'unseen' } as const satisfies Record<
  ShownRun['kind'],
  DiffToken['kind']
>

function tokenOf({ kind, text, unseen }: ShownRun): DiffToken {
  return { kind: kinds[kind], text, unseen: unseen?.join(', ') ?? '' }
}
