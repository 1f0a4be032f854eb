import { FileCheck, ListTodo, type LucideIcon, NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CitingLine } from '#store/citing/register.ts'

interface CitingWords {
  readonly kind: string
  /** How it stands; null: it has no state of its own. */
  readonly state: string | null
  /** Both in one word or two, where there is little room. */
  readonly inShort: string
  /** The sign that stands before these. */
  readonly Icon: LucideIcon
}

/** What something that cites a passage is called, and by which sign it is known. */
export function useCitingWords(): (line: CitingLine) => CitingWords {
  const t = useTranslations()
  return (line) => {
    switch (line.of) {
      case 'item':
        return {
          kind: t(`meetings.itemKind.${line.kind}`),
          state: null,
          inShort: t('texts.concordance.onAgenda'),
          Icon: ListTodo,
        }
      case 'conclusion': {
        const state = t(`conclusions.state.${line.state}`)
        return { kind: t(`conclusions.kind.${line.kind}`), state, inShort: state, Icon: FileCheck }
      }
      case 'assignment': {
        const kind = t(`preparation.kind.${line.kind}`)
        return { kind, state: null, inShort: kind, Icon: NotebookPen }
      }
      default:
        return line satisfies never
    }
  }
}
