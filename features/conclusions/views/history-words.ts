import type { HistoryStep } from './found.ts'

/** A sentence of a conclusion's history: its key under `conclusions.found.step`, and what it names. */
export interface HistorySentence {
  readonly key: HistoryStep['step']
  readonly values: Readonly<Record<string, string | number>>
}

/** What is said of a step; the other conclusion of a tie is named behind it. @param day an instant as a day in words. */
export function sentenceOf(
  { step, at, version, times, given, deciders, other }: HistoryStep,
  day: (instant: string) => string,
): HistorySentence {
  const values = {
    at: at === null ? '' : day(at),
    dated: at === null ? 'no' : 'yes',
    named: other === null ? 'no' : 'yes',
    version: version ?? 0,
    times: times ?? 1,
    given: given ?? 0,
    deciders: deciders ?? 0,
  }
  return { key: step, values }
}
