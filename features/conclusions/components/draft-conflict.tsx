import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { Notice } from '#components/text/notice.tsx'
import { RunningText } from '#components/text/running-text.tsx'
import { withKeys } from '#lib/words/with-keys.ts'
import type { VersionDifference } from '../views/difference.ts'
import type { CommitmentRow } from './commitments-editor.tsx'
import { Difference } from './difference.tsx'

/** What somebody had written when they began anew from another's version. */
export interface Mine {
  readonly wording: string
  readonly commitments: readonly CommitmentRow[]
}

interface ConflictProps {
  readonly changed: VersionDifference
  /** Begins anew from what they saved. */
  readonly onTheirs: () => void
}

/** Somebody else was faster: what they changed, while what was typed here stays below. */
export function Conflict({ changed, onTheirs }: ConflictProps) {
  const t = useTranslations('conclusions.form')
  const { from, to } = changed
  return (
    <Notice tone="warning" title={t('conflict', { to })} live>
      <p className="mb-3">{t('conflictMeans', { from, next: to + 1 })}</p>
      <Difference difference={changed} />
      <div className="mt-4">
        <Button onClick={onTheirs}>{t('startFromTheirs', { to })}</Button>
      </div>
    </Notice>
  )
}

/** What was written before, to be copied from. */
export function Beside({ mine: { wording, commitments } }: { readonly mine: Mine }) {
  const t = useTranslations('conclusions.form')
  const lines = commitments.map(({ what }) => what).filter((what) => what.trim() !== '')
  return (
    <Notice tone="info" title={t('mine')} live>
      <RunningText>{wording}</RunningText>
      {lines.length > 0 && (
        <ul className="mt-3 list-disc ps-5">
          {withKeys(lines, (what) => what).map(({ key, entry: what }) => (
            <li key={key}>
              <bdi>{what}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3">
        <CopyButton text={[wording, ...lines].join('\n')} />
      </div>
    </Notice>
  )
}
