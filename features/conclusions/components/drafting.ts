/** What the pages of a draft hand to its form. */
import type { Choice } from '#components/forms/select.tsx'
import type { CommitmentView } from '../queries/commitment-view.ts'
import type { Drafting } from '../queries/drafting.ts'
import type { CommitmentRow } from './commitments-editor.tsx'

/** The parties of a meeting, and their people as `party:person`. */
export function responsibleIn(parties: Drafting['parties']): readonly Choice[] {
  return parties.flatMap(({ id, name, people }) => [
    { value: id, label: name },
    ...people.map((person) => ({ value: `${id}:${person.id}`, label: `${person.name} (${name})` })),
  ])
}

/** Commitments of a version, as rows to be changed. */
export function rowsOf(commitments: readonly CommitmentView[]): readonly CommitmentRow[] {
  return commitments.map(({ what, party, person, dueOn }) => ({
    what,
    who: [party?.id, person?.id].filter((id) => id !== undefined).join(':'),
    dueOn: dueOn ?? '',
  }))
}
