import type { Tx } from '#lib/db/prisma.ts'
import type { Actor } from '../actors.ts'
import { readersOf } from '../table.ts'

/** What marks one thing of the table wherever it appears: a word, or the year of an instant, that stands nowhere else. */
export interface Canary {
  readonly thing: string
  readonly for: readonly Actor[]
}

/** The canaries of a world by their marks. */
export type Canaries = ReadonlyMap<string, Canary>

/** Marks what a world is made of. In the twin for an actor, what they may not see is other than it is, or is not there. */
export interface Hide {
  /** A word of its own. */
  word(thing: string): string
  /** An instant in a year of its own: one long ago, in the lifetime of a calendar, or ahead. */
  time(thing: string, era: Era): Date
  /** Somebody with a name of their own, who belongs to nothing; the id. */
  person(thing: string): Promise<string>
  /** Whether the thing is there at all; always, but in a twin whose actor may not see it. */
  has(thing: string): boolean
}

export type Era = 'past' | 'modern' | 'future'

/** The years of an era, and by how much those of a twin are later, in reverse: what is ordered by them is ordered otherwise. */
const eras = {
  past: { first: 1611, count: 90, twins: 1700 },
  modern: { first: 1921, count: 30, twins: 1951 },
  future: { first: 2211, count: 60, twins: 2311 },
} as const

const used = { past: new Map<string, number>(), modern: new Map<string, number>(), future: new Map<string, number>() }

/** The year of a thing, the same in every world, and in a twin that may not have it. */
function yearOf(thing: string, era: Era): { year: number; ofTwin: number } {
  const { first, count, twins } = eras[era]
  const nth = used[era].get(thing) ?? used[era].size
  if (nth === count) throw new Error(`The era ${era} has no year left for ${thing}.`)
  used[era].set(thing, nth)
  return { year: first + nth, ofTwin: twins + count - nth }
}

/** Makes the marks of one world. `twinOf`: for whom it is a twin. */
export function hiding(world: number, twinOf: Actor | null): { hide: (tx: Tx) => Hide; canaries: Canaries } {
  const canaries = new Map<string, Canary>()
  const has = (thing: string): boolean => twinOf === null || readersOf(thing).includes(twinOf)
  const word = (thing: string): string => {
    const mark = `canary-${world}-${thing}-end`
    canaries.set(mark, { thing, for: readersOf(thing) })
    return has(thing) ? mark : `another-${thing}-${world}-than-there-is`
  }
  const time = (thing: string, era: Era): Date => {
    const { year, ofTwin } = yearOf(thing, era)
    canaries.set(String(year), { thing, for: readersOf(thing) })
    return new Date(Date.UTC(has(thing) ? year : ofTwin, 5, 15, 11, 37))
  }
  const person = async (tx: Tx, thing: string): Promise<string> => {
    const data = { name: word(thing), email: `of-${thing}-${world}@river.invalid` }
    return (await tx.person.create({ data })).id
  }
  return { canaries, hide: (tx) => ({ word, time, has, person: (thing) => person(tx, thing) }) }
}

/** Marks in what was answered, of this world or of any other. Ids and sums are no years, nor is when a zone changed its clocks. */
export function marksIn(text: string): ReadonlySet<string> {
  const whole = unfolded(text)
  const words = whole.match(/canary-\d+-[a-z-]+?-end(?![a-z])/g) ?? []
  const plain = whole.replaceAll(
    /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\da-f]{32,}|BEGIN:VTIMEZONE.*?END:VTIMEZONE/gs,
    '',
  )
  const years = [...plain.matchAll(/(?<![\w.])(1[679]\d\d|2[23]\d\d)(?=\d{4}T\d|(?![\w.]))/g)].map((match) =>
    String(match[1]),
  )
  return new Set([...words, ...years])
}

/** A calendar's long lines go on after a break and a blank. */
export function unfolded(text: string): string {
  return text.replaceAll('\r\n ', '')
}
