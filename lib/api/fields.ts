/**
 * The fields of what comes in. Each text is of one of a few kinds, which say what a text is (domain/written): a field of another
 * kind fails a test, so that no route takes words that nobody normalised.
 */

import { z } from 'zod'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { hasVisible } from '#domain/written/characters.ts'
import { asLine, asLooseLine, asWords, type WrittenFlaw } from '#domain/written/written.ts'
import { isPlainDate } from '#domain/zoned-time.ts'
import { presentZone } from '#lib/zone-names.ts'
import { languageTags } from '#messages/languages.ts'

/** What people write (`words`, `line`), what is only looked for (`loose-line`), and what has a form of its own or is judged by a rule. `seen` is compared alone. */
export type TextKind =
  | 'words'
  | 'line'
  | 'loose-line'
  | 'source'
  | 'quote'
  | 'mail-address'
  | 'web-address'
  | 'path'
  | 'zone'
  | 'date'
  | 'wall-time'
  | 'instant'
  | 'secret'
  | 'head'
  | 'seen'

/** The kind of each field that takes text. Enumerations and UUIDs say by themselves what they are. */
export const textKinds = z.registry<{ readonly kind: TextKind }>()

/** What somebody might write, by kind: the examples in the API's document are put together of these. */
const examples: Readonly<Record<TextKind, string>> = {
  words: 'The recorders travel with whoever borrows them.',
  line: 'Recorders that travel',
  'loose-line': 'recorders',
  source: '# Handbook\n\nThe recorders travel with whoever borrows them.',
  quote: 'travel',
  'mail-address': 'ana@estuary.invalid',
  'web-address': 'https://meet.estuary.invalid/',
  path: '/groups',
  zone: 'Europe/Lisbon',
  date: '2027-03-31',
  'wall-time': '2027-03-04T17:00',
  instant: '2027-03-04T16:00:00.000Z',
  secret: 'x'.repeat(43),
  head: `26:${'3fa9c1d2'.repeat(8)}`,
  seen: 'Recorders that travel',
}

/** Declares what a field takes. What is made from it anew, as by `refine`, is declared anew. */
export function declared<Schema extends z.ZodType>(kind: TextKind, schema: Schema): Schema {
  textKinds.add(schema, { kind })
  return schema
}

/** What somebody might write into a field; undefined: it takes no text of a declared kind. */
export function exampleOfText(schema: z.ZodType): string | undefined {
  const declaration = textKinds.get(schema)
  return declaration && examples[declaration.kind]
}

/** Words in several lines, at most `most` UTF-16 units once they are normalised, without white space at their ends. */
export function words(most: number) {
  return declared('words', written(trimmed, { most, least: 0 }))
}

/** Words that are agreed or recorded as they stand: as `words`, and white space at their ends stays. */
export function wording(most: number) {
  return declared('words', written(asWords, { most, least: 0 }))
}

/** One line that may be empty: a place. At most `most` UTF-16 units. */
export function line(most: number) {
  return declared('line', written(asLine, { most, least: 0 }))
}

/** One line in which something can be seen: a title, a name. At most `most` UTF-16 units. */
export function title(most: number) {
  return declared('line', written(asLine, { most, least: 1 }))
}

/** A name: 1–120 UTF-16 units. */
export const nameLine = title(120)

/** What is looked for, or the name of a file: nobody is held to it, so nothing in it is refused but its length. */
export function looseLine(most: number, least = 0) {
  return declared('loose-line', written(asLooseLine, { most, least }))
}

/** A calendar date, `2027-03-31`. */
export const plainDate = declared('date', z.string().refine(isPlainDate, 'date-does-not-exist'))

/** `YYYY-MM-DDTHH:MM`; whether there is such a time, the domain says. */
export const wallTime = declared('wall-time', z.string().max(32))

/** An instant, ISO 8601 in UTC, as a view told it. */
export const toldInstant = declared('instant', z.iso.datetime())

/** What this instance made and takes back unchanged: a token, a seal. */
export function secret(schema: z.ZodString): z.ZodString {
  return declared('secret', schema)
}

/**
 * An IANA time zone that this runtime knows, e.g. `Europe/Lisbon`, by any of its names; what comes out is the present one. A
 * bare offset is none: it knows no summer time.
 */
export const timeZone = declared('zone', z.string().max(64).refine(isZone, 'unknown-zone').transform(presentZone))

function isZone(zone: string): boolean {
  try {
    return /^[A-Z]/i.test(zone) && new Intl.DateTimeFormat(undefined, { timeZone: zone }) !== null
  } catch {
    return false
  }
}

/** A text as it stood when its sender looked: it is compared with what stands, and kept nowhere. At most `most` UTF-16 units. */
export function seenText(most: number) {
  return declared('seen', z.string().max(most))
}

/** A language of the interface, by its tag. One that this instance does not offer is as good as none. */
export const language = z.enum(languageTags)

/** An IANA time zone by any of its names; what comes out is the present one. Whether it exists, a rule says, with the facts. */
export const namedZone = declared('zone', z.string().max(64).transform(presentZone))

function trimmed(text: string): string | WrittenFlaw {
  const result = asWords(text)
  return typeof result === 'string' ? result.trim() : result
}

interface Bounds {
  readonly most: number
  /** 0: may be empty; 1: something in it can be seen. */
  readonly least: number
}

function written(read: (text: string) => string | WrittenFlaw, { most, least }: Bounds) {
  return z.string().transform((text, context): string => {
    const result = read(text)
    if (typeof result !== 'string') {
      const { refused, ...facts } = result
      context.addIssue({ code: 'custom', message: refused, params: facts, input: text })
      return z.NEVER
    }
    if (result.length > most)
      context.addIssue({ code: 'too_big', origin: 'string', maximum: most, inclusive: true, input: text })
    if (result.length < least)
      context.addIssue({ code: 'too_small', origin: 'string', minimum: least, inclusive: true, input: text })
    else if (least > 0 && !hasVisible(result))
      context.addIssue({ code: 'custom', message: 'nothing-visible', input: text })
    return result
  })
}

/** What the rules refuse of a text, once its field was read. */
export const textRefusals = [
  'text-missing',
  'text-too-long',
  'text-ill-formed',
  'not-one-line',
  'direction-control',
] as const satisfies readonly RefusalCode[]
