/** A party to choose, as far as its names go. */
interface NamedParty {
  readonly id: string
  readonly name: string
  readonly shortName: string
}

/** Parties as choices: each by its name, and by its short name where that says something else. */
export function partyChoices(parties: readonly NamedParty[]) {
  return parties.map(({ id, name, shortName }) => ({
    value: id,
    label: name,
    ...(shortName !== name && { description: shortName }),
  }))
}
