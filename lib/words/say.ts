import { createTranslator } from 'next-intl'
import { messages } from '#messages/en.ts'
import { formatTime } from './format.ts'

type Values = Readonly<Record<string, unknown>>

// Keys that come from data (a refusal's code, an entry's kind) cannot be checked by the compiler; a test walks them all.
const translator = createTranslator<Record<string, unknown>>({
  locale: 'en',
  timeZone: 'UTC',
  messages,
  onError: (error) => {
    throw error
  },
})
const translate = translator as unknown as (key: string, values?: Values) => string

/**
 * A sentence of messages/en whose key comes from data, for code outside pages: refusals, mail, documents. Pages use
 * next-intl directly, whose keys the compiler checks.
 *
 * @throws when there are no such words.
 */
export function say(namespace: keyof typeof messages, key: string, values: Values = {}): string {
  return translate(`${namespace}.${key}`, withTimes(values))
}

/** An instant among the facts is told as on pages, in the zone that the facts name. */
function withTimes(facts: Values): Values {
  const zone = typeof facts.timeZone === 'string' ? facts.timeZone : 'UTC'
  const told = (fact: unknown) => (fact instanceof Date ? formatTime(fact, zone) : fact)
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, told(fact)]))
}

/** Whether there are such words. */
export function hasWords(namespace: keyof typeof messages, key: string): boolean {
  return (translator as unknown as { has(key: string): boolean }).has(`${namespace}.${key}`)
}
