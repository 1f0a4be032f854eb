import { type DiffToken, DiffView, type DiffViewProps } from '#components/diff-view.tsx'
import type { ShownRun } from '#domain/written/unseen-changes.ts'
import type { VersionDifference } from '../queries/difference.ts'

/** What a difference is told with, for browser and server alike. */
export interface DifferenceWords {
  readonly same: string
  readonly passagesAdded: string
  readonly passagesRemoved: string
  readonly commitmentsAdded: string
  readonly commitmentsRemoved: string
  readonly diff: DiffViewProps['words']
}

type Props = { readonly difference: VersionDifference; readonly words: DifferenceWords }

/** Two versions in one: the wording word by word, passages and commitments by line. */
export function Difference({ difference, words }: Props) {
  const { wording, passages, commitments } = difference
  const isSame = wording.every(({ kind }) => kind === 'same')
  return (
    <div className="grid gap-4">
      {isSame ? <p>{words.same}</p> : <DiffView tokens={wording.map(tokenOf)} words={words.diff} />}
      <Lines title={words.passagesRemoved} lines={passages.removed} />
      <Lines title={words.passagesAdded} lines={passages.added} />
      <Lines title={words.commitmentsRemoved} lines={commitments.removed} />
      <Lines title={words.commitmentsAdded} lines={commitments.added} />
    </div>
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
