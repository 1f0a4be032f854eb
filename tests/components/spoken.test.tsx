import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { Table } from '#components/collections/table.tsx'
import { DiffView } from '#components/text/diff-view.tsx'
import { Time } from '#components/text/time.tsx'
import { TimeSpan } from '#components/text/time-span.tsx'
import { markupOf } from '#tests/setup/spoken.tsx'

describe('Time: an instant in a named zone', () => {
  it('is told in that zone and not in the zone of the machine', () => {
    const html = markupOf(<Time instant="2026-05-12T16:30:00Z" zone="Europe/Berlin" />)
    expect(html).toContain('18:30 CEST')
    expect(html).toContain('dateTime="2026-05-12T16:30:00.000Z"')
    expect(html).toContain('title="Europe/Berlin"')
  })

  it('is told by the customs of the reader’s language', () => {
    const told = (tag: 'en-XA' | 'ar-XB') =>
      markupOf(<Time instant="2026-05-12T16:30:00Z" zone="Europe/Berlin" shape="time" />, tag)
    expect(told('en-XA')).toContain('>06:30 μ.μ. CEST<')
    expect(told('ar-XB')).toContain('>06:30 م غرينتش+2<')
  })

  it('falls on the day of that zone', () => {
    expect(markupOf(<Time instant="2026-05-12T23:30:00Z" zone="America/New_York" shape="day" />)).toContain('12 May')
  })
})

describe('TimeSpan: from when until when', () => {
  const text = (from: string, to: string | null) =>
    markupOf(<TimeSpan from={from} to={to} zone="Europe/Vienna" open="the end" />).replaceAll(/<[^>]*>/g, '')

  it('names its zone once, twice where the clocks were set in between, and always where there is no end', () => {
    expect(text('2027-06-01T08:00:00Z', '2027-06-01T09:00:00Z')).toBe('10:00–11:00 CEST')
    expect(text('2027-10-31T00:50:00Z', '2027-10-31T01:10:00Z')).toBe('02:50 CEST–02:10 CET')
    expect(text('2027-06-01T08:00:00Z', null)).toBe('10:00 CEST the end')
  })
})

/** The markup of a part without its classes: what is said does not hang on how it looks. */
function elementsOf(part: ReactNode): string {
  return markupOf(part).replace(/ class="[^"]*"/g, '')
}

describe('DiffView: what changed, without colour', () => {
  it('marks and speaks insertions and deletions and leaves the rest alone', () => {
    const spoken = { inserted: 'inserted', insertedEnd: 'end', deleted: 'deleted', deletedEnd: 'end' }
    const words = { ...spoken, unseen: 'only unseen:', blanks: 'only blanks', withUnseen: 'unseen:' }
    const html = elementsOf(
      <DiffView
        words={words}
        tokens={[
          { kind: 'same', text: 'We open ' },
          { kind: 'deleted', text: 'late' },
          { kind: 'inserted', text: 'early' },
        ]}
      />,
    )
    expect(html).toMatch(/>We open <del>.*deleted.*late.*<\/del><ins>.*inserted.*early.*<\/ins><\/div>$/)
    const unseen = elementsOf(
      <DiffView
        words={words}
        tokens={[
          { kind: 'unseen', text: 'weir', unseen: 'U+200B' },
          { kind: 'unseen', text: ' ', unseen: '' },
          { kind: 'inserted', text: 'mill', unseen: 'U+00AD' },
        ]}
      />,
    )
    expect(unseen).toMatch(/weir<small.*> \[only unseen: U\+200B\]<.*\[only blanks\].*<ins>.*mill.*\[unseen: U\+00AD\]/)
    expect(unseen).not.toContain('<del>')
  })
})

describe('Table', () => {
  it('names each row by its first cell and each cell, where it stands as a card, by its column', () => {
    const html = elementsOf(
      <Table
        caption="Commitments"
        columns={[
          { key: 'what', label: 'What' },
          { key: 'who', label: 'Who' },
        ]}
        rows={[{ id: '1', cells: { what: 'Measure the weir', who: 'Upper Mills' } }]}
      />,
    )
    expect(html).toContain('<th scope="row" role="rowheader" data-label="What"><div>Measure the weir</div></th>')
    expect(html).toContain('<td role="cell" data-label="Who"><div>Upper Mills</div></td>')
  })
})
