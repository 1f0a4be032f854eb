import { Children, isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { Unproven } from '#domain/record/verify-export.ts'
import { VerdictNotice } from '#features/records/components/verdict-notice.tsx'
import { VerifyResults } from '#features/records/components/verify-results.tsx'
import records from '#messages/en/records.json' with { type: 'json' }
import { markupOf } from '#tests/setup/spoken.tsx'

const { verify } = records
const head = { meetingId: 'm1', sequence: 3, hash: 'aa' }
const holds = (unproven: readonly Unproven[], erased: readonly number[] = []) => (
  <VerdictNotice verdict={{ intact: true, head, erased, title: 'River levels', unproven }} above="Above all." />
)

/** The keys under which the parts of an element stand beside each other. */
function keysIn(node: ReactNode): readonly string[] {
  return Children.toArray(node).map((child) => (isValidElement(child) ? String(child.key) : ''))
}

type WithKeysProps = {
  readonly notice: Parameters<typeof VerdictNotice>[0]
  readonly tell: (keys: readonly string[]) => void
}

/** A notice that tells under which keys its parts stand. */
function WithKeys({ notice, tell }: WithKeysProps) {
  const shown = VerdictNotice(notice)
  tell(keysIn(shown.props.children))
  return shown
}

describe('What a record does not prove', () => {
  const same: readonly Unproven[] = ['c1', 'c2'].map((conclusionId) => ({
    conclusionId,
    title: 'River levels',
    lacks: 'procedure',
  }))

  it('is told of each of two conclusions that are called alike, each in its own place', () => {
    expect(markupOf(holds(same)).match(/how “River levels” came/g)).toHaveLength(2)
    let keys: readonly string[] = []
    const tell = (found: readonly string[]) => {
      keys = found
    }
    markupOf(<WithKeys notice={holds(same).props} tell={tell} />)
    expect(keys.length).toBeGreaterThan(2)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each([
    ['all was proven and nothing erased', [], [], verify.intact],
    ['something is not proven', same, [], verify.intactInPart],
    ['entries were erased that something rested on', same, [2], verify.intactErasedInPart],
    ['entries were erased that nothing rested on', [], [2], verify.intactErased],
  ] as const)('is in the title, together with what was erased: %s', (_, unproven, erased, title) => {
    expect(markupOf(holds(unproven, erased))).toContain(`>${title}<`)
  })
})

it('shows of each record in a file what came out, also where two are of one meeting', () => {
  const record = { format: 'concordance/record-export/1', exportedAt: '', head, links: [], agreed: [] } as const
  const results = [0, 1].map((place) => ({
    place,
    record: { ...record, meeting: { id: 'm1', title: 'Weirs' } },
    verdict: { intact: false, fault: 'broken-link', sequence: place } as const,
    head: null,
  }))
  const shown = VerifyResults({ results })
  expect(markupOf(shown).match(/Weirs/g)).toHaveLength(2)
  expect(new Set(keysIn(shown.props.children)).size).toBe(2)
})
