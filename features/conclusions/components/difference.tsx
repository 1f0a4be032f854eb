import { useTranslations } from 'next-intl'
import { type DiffToken, DiffView } from '#components/text/diff-view.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import type { ShownRun } from '#domain/written/unseen-changes.ts'
import { withKeys } from '#lib/words/with-keys.ts'
import type { VersionDifference } from '../views/difference.ts'

type Props = { readonly difference: VersionDifference }

/** Two versions in one: the wording word by word, passages and commitments by line. */
export function Difference({ difference }: Props) {
  const t = useTranslations('conclusions.difference')
  const { wording, beside, passages, commitments } = difference
  return (
    <div className="grid gap-4">
      {wording !== null && <Wording wording={wording} />}
      {beside !== null && <SideBySide difference={difference} beside={beside} />}
      <Lines title={t('passagesRemoved')} lines={passages.removed} />
      <Lines title={t('passagesAdded')} lines={passages.added} />
      <Lines title={t('commitmentsRemoved')} lines={commitments.removed} />
      <Lines title={t('commitmentsAdded')} lines={commitments.added} />
    </div>
  )
}

function Wording({ wording }: { readonly wording: readonly ShownRun[] }) {
  const t = useTranslations('conclusions.difference')
  const d = useTranslations('conclusions.diff')
  const isSame = wording.every(({ kind }) => kind === 'same')
  if (isSame) return <p>{t('same')}</p>
  const words = {
    inserted: d('inserted'),
    insertedEnd: d('insertedEnd'),
    deleted: d('deleted'),
    deletedEnd: d('deletedEnd'),
    unseen: d('unseen'),
    blanks: d('blanks'),
    withUnseen: d('withUnseen'),
  }
  return <DiffView tokens={wording.map(tokenOf)} words={words} />
}

type Beside = Props & { readonly beside: NonNullable<VersionDifference['beside']> }

/** Too different or too long to be compared: both are there to read. */
function SideBySide({ difference: { from, to }, beside: { older, newer, cut } }: Beside) {
  const t = useTranslations('conclusions.difference')
  return (
    <>
      <p>{t('tooLong')}</p>
      {cut && <p>{t('cut')}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        {[
          { number: from, text: older },
          { number: to, text: newer },
        ].map(({ number, text }) => (
          <div key={number} className="min-w-0">
            <p className="text-sm text-soft">{t('version', { number })}</p>
            <RunningText>{text}</RunningText>
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
        {withKeys(lines, (line) => line).map(({ key, entry: line }) => (
          // The mark of the list keeps to the side on which it has room.
          <li key={key}>
            <bdi>{line}</bdi>
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
