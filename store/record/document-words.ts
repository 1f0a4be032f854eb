import type { MinutesSentence, Values, Words } from '#domain/record/minutes-words.ts'
import { formatDate, formatMoment, lastDay } from '#lib/words/format.ts'
import { hasWords, sayIn } from '#lib/words/say.ts'
import { withSpans } from '#lib/words/spans.ts'
import type { Language } from '#messages/languages.ts'

/** Which values of a sentence are codes, and where in the namespace `records` their words stand. */
const codes: Partial<Record<MinutesSentence, Readonly<Record<string, string>>>> = {
  office: { office: 'office' },
  warning: { warning: 'warning' },
  conclusion: { kind: 'kind' },
  outcome: { outcome: 'outcome' },
  'outcome-because': { outcome: 'outcome' },
  stance: { stance: 'stance', signIn: 'signIn' },
  'stance-with-words': { stance: 'stance', signIn: 'signIn' },
  principals: { word: 'principals', signIn: 'signIn' },
  carried: { kind: 'thing', outcome: 'carried' },
  'carried-to': { kind: 'thing', outcome: 'carried' },
  'carried-because': { kind: 'thing', outcome: 'carried' },
  'annex-line': { kind: 'entry' },
  'annex-line-of': { kind: 'entry' },
  'annex-line-about': { kind: 'entry' },
  'annex-line-about-of': { kind: 'entry' },
}

/** The words of a document about a meeting in a language, with instants in the meeting's zone. */
export function documentWords(zone: string, language: Language): Words {
  return {
    say: (sentence, values = {}) =>
      sayIn(language, 'minutes', sentence, inWords(sentence, values, language), 'document'),
    lastDay: (instant, ends) =>
      sayIn(language, 'minutes', 'last-day', lastDay(new Date(instant), ends, language), 'document'),
    time: (instant) => formatMoment(new Date(instant), zone, language),
  }
}

function inWords(sentence: MinutesSentence, values: Values, language: Language): Values {
  const places = codes[sentence] ?? {}
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const place = places[name]
      if (name === 'dueOn') return [name, formatDate(String(value), language)]
      // A code that an old record holds may be unknown to a later program: then the code itself is said.
      const known = place !== undefined && hasWords('records', `${place}.${value}`)
      return [name, known ? sayIn(language, 'records', `${place}.${value}`, withSpans(values), 'document') : value]
    }),
  )
}
