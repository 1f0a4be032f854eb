import type { MinutesSentence, Values, Words } from '#domain/record/minutes-words.ts'
import { formatMoment, lastDay } from '#lib/words/format.ts'
import { hasWords, say } from '#lib/words/say.ts'
import { withSpans } from '#lib/words/spans.ts'

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

/** The words of a document about a meeting, with instants in its zone. */
export function documentWords(zone: string): Words {
  return {
    say: (sentence, values = {}) => say('minutes', sentence, inWords(sentence, values)),
    lastDay: (instant, ends) => say('minutes', 'last-day', lastDay(new Date(instant), ends)),
    time: (instant) => formatMoment(new Date(instant), zone),
  }
}

function inWords(sentence: MinutesSentence, values: Values): Values {
  const places = codes[sentence] ?? {}
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const place = places[name]
      if (name === 'dueOn') return [name, dayInWords(String(value))]
      // A code that an old record holds may be unknown to a later program: then the code itself is said.
      const known = place !== undefined && hasWords('records', `${place}.${value}`)
      return [name, known ? say('records', `${place}.${value}`, withSpans(values)) : value]
    }),
  )
}

/** A calendar date belongs to no zone: it is read and written in one. */
function dayInWords(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}
