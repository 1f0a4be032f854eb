import { formatTime } from '#lib/words/format.ts'
import { sayIn } from '#lib/words/say.ts'
import type { Language } from '#messages/languages.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { ListedConclusion } from '../../views/found.ts'
import { sentenceOf } from '../../views/history-words.ts'

/** In which language, and by which clock, a file about conclusions is written, and where their pages are. */
export interface FileManner {
  readonly language: Language
  /** IANA zone of whoever asked for it. */
  readonly zone: string
  /** The address of the group, without an end: `https://…/groups/…`. */
  readonly base: string
}

type Values = Readonly<Record<string, string | number>>

/** A sentence of a file about conclusions, by its key under `conclusions`. */
export function told({ language }: FileManner, key: string, values: Values = {}): string {
  return sayIn(language, 'conclusions', key, values, 'document')
}

/** The day of an instant in words. */
export function dayOf(instant: string, { zone, language }: FileManner): string {
  return formatTime(new Date(instant), zone, language, { shape: 'day' })
}

/** How a conclusion came to where it stands, in one line. */
export function historyLine({ history }: ListedConclusion, manner: FileManner): string {
  return history
    .map((step) => {
      const { key, values } = sentenceOf(step, (instant) => dayOf(instant, manner))
      const words = told(manner, `found.step.${key}`, values)
      return step.other === null ? words : `${words} “${step.other.title}”`
    })
    .join(' · ')
}

/** What a citation is called: `2.3 ¶5`, or from one passage to another. */
export function referenceRange({ firstReference, lastReference }: CitationView): string {
  return firstReference === lastReference ? firstReference : `${firstReference} – ${lastReference}`
}

/** Where a conclusion is read. */
export function addressOf({ id, opensIn }: ListedConclusion, { base }: FileManner): string {
  return opensIn === null ? `${base}/conclusions/${id}` : `${base}/meetings/${opensIn}/conclusions/${id}`
}
