/** What a state of a meeting, a conclusion or a commitment means is told where its word first stands, and there alone. */
import { expect, it } from 'vitest'
import { CommitmentList } from '#features/conclusions/components/commitment-list.tsx'
import { ConclusionStateName } from '#features/conclusions/components/state-name.tsx'
import type { CommitmentView } from '#features/conclusions/views/commitment.ts'
import { MeetingStateName } from '#features/meetings/components/state-name.tsx'
import terms from '#messages/en/terms.json' with { type: 'json' }
import { markupOf } from '#tests/setup/spoken.tsx'

it.each([
  ['withdrawn', 'withdrawn'],
  ['ad-referendum', 'fixed'],
  ['declined', 'declined'],
  ['lapsed', 'lapsed'],
  ['diverged', 'divergence'],
  ['recorded', 'divergence'],
] as const)('of a conclusion that is %s', (outcome, term) => {
  expect(markupOf(<ConclusionStateName outcome={outcome} first />)).toContain(terms[term].meaning)
  expect(markupOf(<ConclusionStateName outcome={outcome} />)).not.toContain(terms[term].meaning)
})

it.each([
  ['closed', { state: 'closed', proposed: false, declined: false }, 'closed'],
  ['agreed', { state: 'agreed', proposed: false, declined: false }, 'record-agreed'],
  ['proposed', { state: 'draft', proposed: true, declined: false }, 'proposal'],
  ['declined', { state: 'draft', proposed: false, declined: true }, 'declined'],
] as const)('of a meeting that is %s', (_, shown, term) => {
  expect(markupOf(<MeetingStateName {...shown} first />)).toContain(terms[term].meaning)
  expect(markupOf(<MeetingStateName {...shown} />)).not.toContain(terms[term].meaning)
})

it('of commitments, each once', () => {
  const one = (id: string, state: CommitmentView['state']): CommitmentView => ({
    id,
    what: 'Set up the gauge',
    party: null,
    person: null,
    dueOn: null,
    state,
    reason: null,
    can: { done: false, drop: false, reopen: false },
  })
  const html = markupOf(
    <CommitmentList label="Commitments" commitments={[one('a', 'late'), one('b', 'dropped'), one('c', 'late')]} />,
  )
  const told = (meaning: string) => html.split(meaning).length - 1
  expect([told(terms.late.meaning), told(terms.dropped.meaning)]).toEqual([1, 1])
})
