/** Markup that is changed where it differs, in a browser: it becomes what is wanted, whatever stood there, and what stays is the same. */
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#tests/setup/browser.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  const code = stripTypeScriptTypes(await readFile('components/markup/renewed.ts', 'utf8'))
  await page.addScriptTag({ type: 'module', content: `${code}\nwindow.renewMarkup = renewMarkup` })
}, 60_000)

afterAll(() => browser?.close())

/** Makes the second of each pair of the first, and answers what each became and how the browser writes what was wanted. */
function renewed(pairs: readonly (readonly [string, string])[]): Promise<readonly (readonly [string, string])[]> {
  return page.evaluate((all) => {
    const { renewMarkup } = window as unknown as { renewMarkup: (host: Element, markup: DocumentFragment) => void }
    return all.map(([before, after]) => {
      const [host, wanted] = [document.createElement('div'), document.createElement('template')]
      document.body.replaceChildren(host)
      host.innerHTML = before
      wanted.innerHTML = after
      const expected = wanted.innerHTML
      renewMarkup(host, wanted.content)
      return [host.innerHTML, expected] as const
    })
  }, pairs)
}

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('', 'words ', 'others '),
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'b', 'details'),
        fc.constantFrom('', '', ' id="a"', ' id="b"', ' id="c"'),
        fc.constantFrom('', ' class="x"', ' class="y"', ' hidden=""'),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([tag, id, more, inner]) => `<${tag}${id}${more}>${inner.join('')}</${tag}>`),
  ),
}))

/** Whole markup, in which no id stands twice. */
const markup = fc.array(tree, { maxLength: 5 }).map((parts) => {
  const seen = new Set<string>()
  return parts.join('').replace(/ id="\w"/g, (id) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? '' : id
  })
})

test('given any markup, when it becomes any other, then it is what was wanted', async () => {
  const became = await renewed(fc.sample(fc.tuple(markup, markup), 2000))
  expect(became.filter(([is, wanted]) => is !== wanted)).toEqual([])
}, 60_000)

test('given what is unfolded, focused and selected, when other things come before it and its rows change places, then it stays so', async () => {
  const row = (id: string, word: string) => `<li id="${id}"><button>${word}</button></li>`
  const list = (rows: string) => `<details><summary>s</summary><ul>${rows}</ul></details>`
  const [before, after] = [
    `<h3>x</h3>${list(row('a', 'came') + row('b', 'went'))}<p>z</p>`,
    `<p>new</p><h3>x</h3>${list(row('b', 'came') + row('a', 'gone'))}`,
  ]
  const stays = await page.evaluate(
    ([one = '', other = '']) => {
      const { renewMarkup } = window as unknown as { renewMarkup: (host: Element, markup: DocumentFragment) => void }
      const [host, wanted] = [document.createElement('div'), document.createElement('template')]
      document.body.replaceChildren(host)
      host.innerHTML = one
      wanted.innerHTML = other
      const [fold, button, title] = [
        host.querySelector('details'),
        host.querySelector<HTMLElement>('#b button'),
        host.querySelector('h3'),
      ]
      if (fold === null || button === null || title === null) return []
      fold.open = true
      button.focus()
      getSelection()?.selectAllChildren(title)
      renewMarkup(host, wanted.content)
      return [fold.isConnected && fold.open, document.activeElement === button, button.textContent, `${getSelection()}`]
    },
    [before, after],
  )
  expect(stays).toEqual([true, true, 'came', 'x'])
})
