/** What the form of a founding says, as the act wants it. */
import { textIn } from '#components/forms/form-values.ts'
import { type PartyNames, refuseNames, shortNameFrom } from '#domain/party/names.ts'
import { type PastedParty, type PastedPerson, readPastedParties, readPastedPeople } from '#lib/mail/pasted-people.ts'

/** Whom a party that is made invites. */
interface Guest {
  readonly email: string
  readonly name?: string
  readonly role: 'head' | 'delegate'
}

/** A party that is made. */
interface Made {
  readonly name: string
  readonly isOwn: boolean
  readonly guests: Guest[]
}

/** The most parties and people that one act makes. */
const most = { parties: 50, people: 100 } as const

/** The value of the choice of nobody's party. */
export const nobodys = 'none'

/**
 * The parties with those who are invited. A study circle is one party, called as the group is, for which whoever makes it sits; its people come
 * in as delegates. Of others each line is a party, with its first head. `flawed`: so many lines are to be mended first.
 */
export function partiesFounded(data: FormData): Made[] | { readonly flawed: number } {
  const pasted = textIn(data, 'pasted')
  if (data.get('kind') === 'study-circle') {
    const people = readPastedPeople(pasted)
    const flawed = people.filter(({ email }) => email === null).length
    if (flawed > 0 || people.length > most.people) return { flawed: Math.max(flawed, people.length - most.people) }
    return [{ name: textIn(data, 'name'), isOwn: true, guests: people.flatMap(delegateOf) }]
  }
  const parties = partiesOnLines(pasted)
  const flawed = parties.filter(isFlawed).length
  if (flawed > 0 || parties.length > most.parties) return { flawed: Math.max(flawed, parties.length - most.parties) }
  const own = textIn(data, 'own')
  return parties.map((party) => ({ name: party.name, isOwn: party.name === own, guests: headOf(party) }))
}

/** A party of a pasted list beside the lines above it. */
export interface PartyOnLine extends PastedParty {
  /** The name above from which this one can hardly be told, or that is the same; null: there is none. */
  readonly like: string | null
}

/** The parties of a pasted list, each with what the lines above say against its name (domain/party/names.ts). */
export function partiesOnLines(pasted: string): readonly PartyOnLine[] {
  const above: PartyNames[] = []
  return readPastedParties(pasted).map((party) => {
    if (party.name === '') return { ...party, like: null }
    const names = { name: party.name, shortName: shortNameFrom(party.name) }
    const refusal = refuseNames(names, above)
    above.push(names)
    if (refusal === null) return { ...party, like: null }
    return { ...party, like: 'like' in refusal ? refusal.like : names[refusal.field] }
  })
}

/** Whether a line names no party, or one that cannot be told from another, or an address that is none. */
export function isFlawed({ name, flaw, like }: PartyOnLine): boolean {
  return flaw !== null || name === '' || like !== null
}

function delegateOf({ email, name }: PastedPerson): Guest[] {
  return email === null ? [] : [{ email, ...(name !== '' && { name }), role: 'delegate' }]
}

function headOf({ headEmail, headName }: PastedParty): Guest[] {
  return headEmail === null ? [] : [{ email: headEmail, ...(headName !== '' && { name: headName }), role: 'head' }]
}
