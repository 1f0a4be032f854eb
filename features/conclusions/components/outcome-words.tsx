import { useTranslations } from 'next-intl'
import type { SideRef } from '#domain/record/entry.ts'
import { formatList } from '#lib/words/format.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { ConclusionView } from '../views/conclusion.ts'

/** What the answers amount to so far, in a sentence that names who is missing. */
export function OutcomeWords({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.outcome')
  const language = useLanguage()
  const named = (sides: readonly SideRef[]) =>
    formatList(
      sides.map(({ name }) => name),
      language,
    )
  const { outcome, stances, missing, awaiting } = view
  switch (outcome) {
    case 'undecided':
      return t(outcome, { answered: stances.length, missing: named(missing), count: missing.length })
    case 'blocked-by-objection': {
      const objecting = stances.filter(({ kind }) => kind === 'object').map(({ side }) => side)
      return t(outcome, { names: named(objecting), count: objecting.length })
    }
    case 'too-many-stand-aside': {
      const aside = stances.filter(({ kind }) => kind === 'stand-aside').map(({ side }) => side)
      return t(outcome, { names: named(aside), aside: aside.length, deciders: view.deciders.length })
    }
    case 'ad-referendum':
      return t(outcome, { names: named(awaiting) })
    case 'lapsed':
      return t(outcome, { overdue: view.overdue })
    case 'draft':
      return t(draftWords(view))
    case 'too-few-consents':
    case 'adopted':
    case 'superseded':
    case 'declined':
    case 'withdrawn':
    case 'diverged':
    case 'recorded':
      return t(outcome)
    default:
      return outcome satisfies never
  }
}

/** What a draft waits for: nothing any more once the record is agreed, or somebody else than the reader. */
function draftWords({ meeting, can }: ConclusionView): 'draft' | 'draftLeft' | 'draftOthers' {
  if (meeting.state === 'agreed' || meeting.state === 'cancelled') return 'draftLeft'
  return can.revise || can.put || meeting.kind !== 'multilateral' ? 'draft' : 'draftOthers'
}
