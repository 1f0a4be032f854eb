import { say } from '#lib/words/say.ts'

/** A message to one person. Its words are `messages/en/mail.json`, `<kind>.subject` and `<kind>.body`. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string }
  readonly kind: MailKind
  /** What the words name. Links stand on a line of their own. */
  readonly facts: Readonly<Record<string, string | number>>
}

export type MailKind =
  | 'sign-in'
  | 'invitation-organizer'
  | 'invitation-party'
  | 'invitation-claimed'
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
  const text = say('mail', `${kind}.body`, facts)
  return {
    to,
    subject: oneLine(say('mail', `${kind}.subject`, facts)),
    text: `${text}\n\n${say('mail', 'signature')}\n`,
  }
}

/** A subject is one line, whatever a name holds (SECURITY.md, attack 29). */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
