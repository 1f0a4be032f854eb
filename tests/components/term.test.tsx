import { useTranslations } from 'next-intl'
import { expect, it } from 'vitest'
import { Table } from '#components/collections/table.tsx'
import { GlossaryList } from '#components/text/glossary-list.tsx'
import { Term, TermMark, termTags } from '#components/text/term.tsx'
import terms from '#messages/en/terms.json' with { type: 'json' }
import { markupOf } from '#tests/setup/spoken.tsx'

it('names as its description the box that the press opens, and both stand in a sentence', () => {
  const html = markupOf(<Term of="head">Heads</Term>)
  const [, opens, described] = /^<button[^>]* popoverTarget="([^"]+)"[^>]* aria-describedby="([^"]+)"/i.exec(html) ?? []
  expect(opens).toBe(described)
  expect(html).toContain(`<span id="${opens}" popover="auto"`)
  expect(html).toContain(terms.head.meaning)
  expect(html).not.toContain('<div')
})

it('leaves the words alone where they are explained further up, or are no term', () => {
  const said = markupOf(
    <Term of="head" first={false}>
      Heads
    </Term>,
  )
  expect(said).toBe('Heads')
  expect(markupOf(<Term of={null}>Heads</Term>)).toBe('Heads')
})

it('explains a term inside of a message', () => {
  const html = markupOf(<Sentence />)
  expect(html).toContain(terms['begin-item'].meaning)
  expect(html.replaceAll(/<[^>]*>/g, '')).not.toContain('begin-item')
})

it('stands beside a control as a mark that says of what it is, and describes the control by its meaning', () => {
  const html = markupOf(
    <>
      <button type="button" aria-describedby="meaning">
        Put it
      </button>
      <TermMark of="put" id="meaning" />
    </>,
  )
  expect(html).toMatch(/<button type="button" popoverTarget="meaning" aria-label="[^"]*Put to the parties[^"]*"/i)
  expect(html).toContain('<span id="meaning" popover="auto"')
  expect(html).toContain(terms.put.meaning)
})

it('stands in the head of a column, and on a phone, where there is no head, in the first row alone', () => {
  const rows = ['a', 'b'].map((id) => ({ id, cells: { side: id, sum: id } }))
  const columns = [
    { key: 'side', label: 'Side', term: 'decider' },
    { key: 'sum', label: 'Sum', term: 'checksum' },
  ] as const
  const html = markupOf(<Table caption="Sums" columns={columns} rows={rows} />)
  const [head = '', first = '', second = ''] = html.split('<tr').slice(1)
  const count = (part: string) => part.split(terms.checksum.meaning).length - 1
  expect([head, first, second].map(count)).toEqual([1, 1, 0])
  expect(first).not.toContain('data-label="Sum"')
  expect(second).toContain('data-label="Sum"')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('lists every term once, each with its address, in the order of the alphabet', () => {
  const names = [...markupOf(<GlossaryList />).matchAll(/id="([\w-]+)"[^>]*><dt[^>]*>([^<]*)/g)]
  expect(names.map(([, key]) => key).sort()).toEqual(Object.keys(terms).sort())
  const shown = names.map(([, , name = '']) => name)
  expect(shown).toEqual(shown.toSorted(new Intl.Collator('en-GB').compare))
})

function Sentence() {
  return useTranslations('floor').rich('noItemMeans', termTags('begin-item'))
}
