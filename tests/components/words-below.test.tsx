/** Words that are sent within words: what stands there has both, down to the single sentence, and nothing around it is changed. */
import { useTranslations } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FirstWords, MoreWords } from '#components/text/words-below.tsx'

const around = {
  components: { page: { undo: 'Undo', undone: 'Taken back.' } },
  groups: { menu: { account: 'Account' } },
}
const more = { components: { forms: { optional: 'optional' }, page: { undone: 'Back.' } } }

function Speaking() {
  const t = useTranslations()
  const keys = [
    'components.page.undo',
    'components.page.undone',
    'components.forms.optional',
    'groups.menu.account',
  ] as const
  return keys.map((key) => (t.has(key) ? t(key) : 'none')).join(', ')
}

it('gives what stands in it its own words beside those around it', () => {
  const html = renderToStaticMarkup(
    <FirstWords language="en" words={around}>
      <MoreWords words={more}>
        <Speaking />
      </MoreWords>
      {'; '}
      <Speaking />
    </FirstWords>,
  )
  expect(html).toBe('Undo, Back., optional, Account; Undo, Taken back., none, Account')
})
