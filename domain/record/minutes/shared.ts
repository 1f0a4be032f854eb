/**
 * Agreed minutes as the group reads them: what was agreed, between whom, and who does what. Not who stood where: no stance, no
 * reservation, no reason, nor how somebody had signed in; and no wording that was not adopted.
 */
import type { CitedText } from '../conclusion-entry.ts'
import type { RecordedConclusion } from './conclusions.ts'
import type { Minutes } from './minutes.ts'

/** @param reads whether the reader reads the text of this title. */
export function sharedMinutes(minutes: Minutes, reads: (text: string) => boolean): Minutes {
  const shown = (views: readonly RecordedConclusion[]) =>
    views.filter(isAgreed).map((view) => sharedConclusion(view, reads))
  const { head, sections, unplaced, agreement, upTo, erased } = minutes
  return {
    ...minutes,
    head: { ...head, warnings: [] },
    sections: sections.map((section) => ({ ...section, conclusions: shown(section.conclusions) })),
    unplaced: shown(unplaced),
    agreement: agreement && sharedConclusion(agreement, reads),
    annex: [],
    erased: upTo === null ? erased : erased.filter((sequence) => sequence <= upTo.sequence),
  }
}

function isAgreed({ outcome }: RecordedConclusion): boolean {
  return outcome === 'adopted' || outcome === 'superseded' || outcome === 'recorded'
}

function sharedConclusion(view: RecordedConclusion, reads: (text: string) => boolean): RecordedConclusion {
  const { text, deciders } = view
  const isRead = (passage: CitedText) => reads(passage.text)
  return {
    ...view,
    text: text && { ...text, passages: text.passages.filter(isRead) },
    deciders: deciders.filter(({ kind }) => kind === 'party'),
    stances: [],
    because: '',
  }
}
