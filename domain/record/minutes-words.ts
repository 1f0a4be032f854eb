/** Every sentence that minutes need; their words are in `messages/`, in the namespace `minutes`. */
export const minutesSentences = [
  'untitled',
  'not-agreed',
  'agreement',
  'up-to',
  'head',
  'aim',
  'parties',
  'party-left',
  'planned',
  'place',
  'opened',
  'closed',
  'cancelled',
  'office',
  'warning',
  'attendance',
  'attended',
  'attended-without-party',
  'stay',
  'stay-to-end',
  'item',
  'notes',
  'further-conclusions',
  'conclusion',
  'outcome',
  'outcome-because',
  'reference-in-text',
  'passage',
  'quoted-passage',
  'commitments',
  'commitment',
  'commitment-unfinished',
  'stances',
  'stance',
  'stance-with-words',
  'principals',
  'principals-until',
  'last-day',
  'side-words',
  'content-hash',
  'carried-over',
  'carried',
  'carried-to',
  'carried-because',
  'annex',
  'annex-line',
  'annex-line-of',
  'annex-line-about',
  'annex-line-about-of',
  'annex-erased',
  'erased',
  'passages-cited',
  'edition-of-text',
] as const

export type MinutesSentence = (typeof minutesSentences)[number]

/** What a sentence names: titles, names, numbers, and codes (`kind`, `outcome`, `warning` …) to choose words by. */
export type Values = Readonly<Record<string, string | number>>

/** Where the document gets its words. */
export interface Words {
  /** The sentence, with plain values; the document escapes the result. */
  readonly say: (sentence: MinutesSentence, values?: Values) => string
  /** A UTC instant in words of the reader's language, in the meeting's zone. */
  readonly time: (instant: string) => string
  /** The end of a calendar day in a zone, from its last UTC instant. */
  readonly lastDay: (instant: string, zone: string) => string
}
