import { inLanguage } from '#lib/words/context.ts'
import { formatMoment } from '#lib/words/format.ts'
import { say, sayIn } from '#lib/words/say.ts'
import type { Messages } from '#messages/en.ts'
import type { Language } from '#messages/languages.ts'

/** A message to one person. Its words are `messages/en/mail.json`, `<kind>.subject` and `<kind>.body`. */
export interface Mail {
  readonly to: Addressee
  readonly kind: MailKind
  /** What the words name. Links stand on a line of their own. */
  readonly facts: Readonly<Record<string, Fact>>
}

/** To whom somebody writes. */
export interface Addressee {
  readonly name: string
  readonly address: string
  /** The language in which they are written to. */
  readonly language: Language
}

/** What is told in the language of whoever reads it: an instant in a zone, or a word of messages/. */
export type Fact =
  | string
  | number
  | { readonly instant: Date; readonly timeZone: string }
  | { readonly namespace: keyof Messages; readonly key: string }

export type MailKind =
  | 'sign-in'
  | 'invitation-organizer'
  | 'invitation-party'
  | 'invitation-claimed'
  | 'invitation-declined'
  | 'replacement-announced'
  | 'deletion-announced'
  | 'deletion-called-off'
  | 'deletion-stopped'

/** A message in words. */
export interface Letter {
  readonly to: Mail['to']
  readonly subject: string
  readonly text: string
}

/** Puts a message into words. */
export function write({ to, kind, facts }: Mail): Letter {
  const told = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, tell(fact, to.language)]))
  return inLanguage(to.language.tag, () => ({
    to,
    subject: oneLine(say('mail', `${kind}.subject`, told)),
    text: `${say('mail', `${kind}.body`, told)}\n\n${say('mail', 'signature')}\n`,
  }))
}

function tell(fact: Fact, language: Language): string | number {
  if (typeof fact !== 'object') return fact
  return 'instant' in fact
    ? formatMoment(fact.instant, fact.timeZone, language)
    : sayIn(language, fact.namespace, fact.key)
}

/** A subject is one line, whatever a name holds (SECURITY.md, attack 29). */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
