import { useTranslations } from 'next-intl'
import { expect, it } from 'vitest'
import { GlossaryList } from '#components/text/glossary-list.tsx'
import { Term, termTags } from '#components/text/term.tsx'
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

it('lists every term once, each with its address, in the order of the alphabet', () => {
  const names = [...markupOf(<GlossaryList />).matchAll(/id="([\w-]+)"[^>]*><dt[^>]*>([^<]*)/g)]
  expect(names.map(([, key]) => key).sort()).toEqual(Object.keys(terms).sort())
  const shown = names.map(([, , name = '']) => name)
  expect(shown).toEqual(shown.toSorted(new Intl.Collator('en-GB').compare))
})

function Sentence() {
  return useTranslations('floor').rich('noItemMeans', termTags('begin-item'))
}
