import { useTranslations } from 'next-intl'
import type { CitingLine } from '#store/citing/register.ts'

interface CitingWords {
  readonly kind: string
  /** How it stands; null: it has no state of its own. */
  readonly state: string | null
  /** Both in one word or two, where there is little room. */
  readonly inShort: string
}

/** What something that cites a passage is called. */
export function useCitingWords(): (line: CitingLine) => CitingWords {
  const t = useTranslations()
  return (line) => {
    switch (line.of) {
      case 'item':
        return {
          kind: t(`meetings.itemKind.${line.kind}`),
          state: null,
          inShort: t('texts.concordance.onAgenda'),
        }
      case 'conclusion': {
        const state = t(`conclusions.state.${line.state}`)
        return { kind: t(`conclusions.kind.${line.kind}`), state, inShort: state }
      }
      case 'assignment': {
        const kind = t(`preparation.kind.${line.kind}`)
        return { kind, state: null, inShort: kind }
      }
      default:
        return line satisfies never
    }
  }
}
