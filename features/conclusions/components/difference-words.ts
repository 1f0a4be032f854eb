import type { useTranslations } from 'next-intl'
import type { DifferenceWords } from './difference.tsx'

/** The words of a difference, for a server component to show or to hand to the browser. */
export function differenceWords(t: ReturnType<typeof useTranslations<'conclusions'>>): DifferenceWords {
  return {
    same: t('versions.same'),
    tooLong: t('versions.tooLong'),
    cut: t('versions.cut'),
    version: t.raw('versions.version'),
    passagesAdded: t('versions.passagesAdded'),
    passagesRemoved: t('versions.passagesRemoved'),
    commitmentsAdded: t('versions.commitmentsAdded'),
    commitmentsRemoved: t('versions.commitmentsRemoved'),
    diff: {
      inserted: t('diff.inserted'),
      insertedEnd: t('diff.insertedEnd'),
      deleted: t('diff.deleted'),
      deletedEnd: t('diff.deletedEnd'),
      unseen: t('diff.unseen'),
      blanks: t('diff.blanks'),
      withUnseen: t('diff.withUnseen'),
    },
  }
}
