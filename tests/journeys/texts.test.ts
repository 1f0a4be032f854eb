import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { maxTextBytes } from '#domain/text/decode.ts'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { demoVisitor } from './demo-people.ts'
import {
  button,
  expectSound,
  field,
  heading,
  link,
  signInFirst,
  tabTo,
  type Visitor,
  visit,
  visitor,
} from './visitor.ts'

let server: RunningServer
let browser: Browser
let ola: Visitor
let group: string

beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
  ola = await visitor(browser)
  await signInFirst(ola, server, 'Ola Brandt')
  await visit(ola, `${server.baseUrl}/groups`)
  const list = ola.page.getByRole('list', { name: say('groups', 'mine') })
  await list.getByRole('link').first().click()
  await ola.page.waitForURL(/\/groups\/[0-9a-f-]+$/)
  group = ola.page.url()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('given an organizer who brings in a text', () => {
  test.each([
    ['an empty file', 'empty.txt', Buffer.from(''), say('refusals', 'empty-text')],
    [
      'a file that is no text',
      'image.txt',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      say('refusals', 'binary-file', { format: 'image' }),
    ],
  ])('when the file is %s, then the answer says so, and the form still stands', async (_, name, buffer, answer) => {
    await visit(ola, `${group}/texts/new`)
    await ola.page.getByLabel(say('texts', 'new.file')).setInputFiles({ name, mimeType: 'text/plain', buffer })
    await button(ola.page, say('texts', 'new.send')).click()
    await ola.page.getByText(answer).first().waitFor()
    await expectSound(ola)
  })

  test('when the file is too large, then it is said with its size and is never sent', async () => {
    await visit(ola, `${group}/texts/new`)
    const buffer = Buffer.alloc(maxTextBytes + 1_048_576, 'river ')
    await ola.page
      .getByLabel(say('texts', 'new.file'))
      .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer })
    await button(ola.page, say('texts', 'new.send')).click()
    const size = buffer.length / 1_048_576
    await ola.page
      .getByText(say('texts', 'new.tooLarge', { size }))
      .first()
      .waitFor()
    await expectSound(ola)
  })

  test('when nothing is given, by keys alone, then it is asked for', async () => {
    await visit(ola, `${group}/texts/new`)
    await tabTo(ola.page, button(ola.page, say('texts', 'new.send')))
    await ola.page.keyboard.press('Enter')
    await ola.page.getByText(say('texts', 'new.nothing')).first().waitFor()
  })

  test('when it runs from right to left, then it is published and read so, and each passage has its page', async () => {
    const { page } = ola
    await visit(ola, `${group}/texts/new`)
    await field(page, say('texts', 'new.paste')).fill(
      'النهر المشترك\n\nتلتقي الجمعيات على ضفة النهر كل شهر.\n\nتكتب كل جمعية ما تلتزم به.',
    )
    await button(page, say('texts', 'new.send')).click()
    await page.waitForURL(/\/import$/)
    await page.getByRole('list', { name: say('texts', 'editor.label') }).waitFor()
    await expectSound(ola)
    await button(page, say('texts', 'draftPage.publish')).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/import'))
    // By the keys of undoing it is a draft again, as it was, and is published anew.
    await button(page, say('components', 'page.undo')).waitFor()
    await page.keyboard.press('Control+z')
    await page.waitForURL(/\/import$/)
    await page.getByText(say('components', 'page.undone')).waitFor()
    await page.getByRole('list', { name: say('texts', 'editor.label') }).waitFor()
    await button(page, say('texts', 'draftPage.publish')).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/import'))
    await page.locator('[dir=rtl]').first().waitFor()
    await expectSound(ola)
    await visit(ola, `${page.url().replace(/[?#].*/, '')}/p/2`)
    await page.getByText('تلتقي الجمعيات').first().waitFor()
    await expectSound(ola)
  })
})

describe('given a passage that somebody was sent to', () => {
  test.each([
    ['on a desk', { width: 1280, height: 900 }],
    ['on a phone', { width: 360, height: 740 }],
  ])(
    '%s, then it comes first, what happened to it beside it or next, and what stands around it after',
    async (_, size) => {
      const { page } = ola
      const text = await demoText()
      await page.setViewportSize(size)
      await visit(ola, `${text}/p/7?start=0&end=20`)
      const top = async (name: string) => (await heading(page, name).boundingBox())?.y ?? Number.NaN
      const passage = page.locator('main [data-ordinal]').first()
      expect(await passage.getAttribute('data-ordinal')).toBe('7')
      await passage.locator('mark').waitFor()
      const box = await passage.boundingBox()
      expect(box?.y).toBeLessThan(size.height - 100)
      const around = await top(say('texts', 'reader.around'))
      expect(around).toBeGreaterThan((box?.y ?? 0) + (box?.height ?? 0))
      const happened = page.locator('main').getByRole('heading', { level: 2 })
      const names = await happened.allTextContents()
      expect(names.at(-1)).toBe(say('texts', 'reader.around'))
      await button(page, say('texts', 'quoting.chooseWords')).click()
      const choice = await page.getByRole('textbox', { name: say('texts', 'quoting.chooseWords') }).boundingBox()
      expect(choice?.y).toBeLessThan(await top(say('texts', 'reader.around')))
      await expectSound(ola)
    },
  )

  test('when a name leads nowhere, then it stays to be mended; without the sign it leads there', async () => {
    const { page } = ola
    await page.setViewportSize({ width: 1280, height: 900 })
    await visit(ola, await demoText())
    const goTo = page.getByRole('textbox', { name: say('texts', 'reader.goTo') })
    await goTo.fill('99 99')
    await button(page, say('texts', 'reader.go')).click()
    await page.getByText(say('refusals', 'no-such-passage')).waitFor()
    expect(await goTo.inputValue()).toBe('99 99')
    await goTo.fill('1 5')
    await button(page, say('texts', 'reader.go')).click()
    await page.waitForURL(/#p-7$/)
  })
})

describe('given what was agreed', () => {
  test('when it is looked for by words and by passage, then it is found, and each choice can be given up', async () => {
    const { page } = ola
    const found = (key: string, values = {}) => say('conclusions', `found.${key}`, values)
    const lines = page.getByRole('list', { name: found('list') }).getByRole('listitem')
    await visit(ola, group)
    await link(page.getByRole('navigation').first(), say('groups', 'nav.conclusions')).click()
    await heading(page, found('title')).waitFor()
    const all = await lines.count()
    // What was agreed begins on the first screen, not below all that could narrow it.
    await button(page, found('print')).waitFor()
    expect((await lines.first().boundingBox())?.y).toBeLessThan(700)
    await field(page, found('filter.words')).fill('TELLER consent')
    await page.keyboard.press('Enter')
    await page.waitForURL(/words=/)
    await page.getByText(found('countChosen', { count: 1 })).waitFor()
    await expectSound(ola)
    await page
      .getByRole('link', { name: found('clearOne', { what: found('chosen.words', { words: 'TELLER consent' }) }) })
      .click()
    await page.waitForURL((url) => url.search === '')
    await page.getByText(found('count', { count: all })).waitFor()
    // One text alone has it: that is the one that is meant, and it is said which.
    await field(page, found('filter.passage')).fill('7.1 1')
    await button(page, found('filter.show')).click()
    await page.getByText(found('countChosen', { count: 2 })).waitFor()
    // What was left empty is not in the address, which can be sent on.
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['passage'])
    const text = await field(page, found('filter.text')).locator('option:checked').textContent()
    await page
      .getByRole('status')
      .filter({ hasText: `stands in one text: ${text}.` })
      .waitFor()
    await page
      .getByRole('link', { name: found('clearOne', { what: found('chosen.text', { text: `${text}` }) }) })
      .waitFor()
    await visit(ola, `${group}/conclusions?passage=99+¶9`)
    await heading(page, found('filter.passageNowhere')).waitFor()
    await link(page, found('withoutPassage')).waitFor()
    expect(await lines.count()).toBe(0)
    expect(await page.getByRole('list', { name: found('chosenLabel') }).count()).toBe(0)
    const middle = async (name: string) => (await field(page, found(`filter.${name}`)).boundingBox())?.y
    expect(await middle('words')).toBe(await middle('passage'))
    await expectSound(ola)
    await page.goBack()
    await page.getByText(found('countChosen', { count: 2 })).waitFor()
    await page.goBack()
    await page.getByText(found('count', { count: all })).waitFor()
    await visit(ola, `${group}/conclusions?words=zzzz`)
    await heading(page, found('nothing')).waitFor()
    // On paper what was chosen is no button, and is said.
    const chosen = page.getByText(found('chosenPrinted', { chosen: found('chosen.words', { words: 'zzzz' }) }))
    expect(await chosen.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await chosen.waitFor()
    expect(await page.locator('button:not([data-term]):visible').count()).toBe(0)
    await page.emulateMedia({ media: null })
    await expectSound(ola)
  })

  test('when somebody takes back the publishing of a text that is cited, then they are told by what', async () => {
    const { page } = ola
    await visit(ola, await demoText())
    await button(page, say('texts', 'takeBack.button')).click()
    await page.getByRole('alert').getByText(/“/).waitFor()
    await expectSound(ola)
  })
})

describe('given a text whose passages are markup and no components', () => {
  test('when a mark in the margin is followed, then the same document goes on, and one comes back to the same place', async () => {
    const { page } = ola
    await visit(ola, await demoText())
    const mark = page.locator('[data-part="1"] .passage-margin').last().getByRole('link').first()
    await mark.scrollIntoViewIfNeeded()
    // So near to the end of the first part the next one comes, and the way back leads to both.
    await page.locator('#p-41').waitFor()
    const read = () => page.evaluate(() => Math.round(scrollY))
    const place = await read()
    expect(place).toBeGreaterThan(1000)
    const passages = await page.locator('main [data-ordinal]').allTextContents()
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    await mark.click()
    await page.waitForURL(/\/(meetings|conclusions)\//)
    await page.goBack()
    await page.waitForURL(/\/texts\/[0-9a-f-]+\?to=80$/)
    await vi.waitUntil(async () => Math.abs((await read()) - place) < 5, { timeout: 10_000 })
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
    expect(await page.locator('main [data-ordinal]').allTextContents()).toEqual(passages)
    await expectSound(ola)
  })

  test('when the page is renewed, then what was selected stays, and can be quoted', async () => {
    const { page } = ola
    await visit(ola, await demoText())
    await page.evaluate(() => {
      const words = document.querySelector('#p-3 [data-ordinal]')?.firstChild
      if (words) getSelection()?.setBaseAndExtent(words, 0, words, 20)
    })
    await button(page, say('texts', 'quoting.copyQuote')).waitFor()
    const renewed = page.waitForResponse((response) => {
      const headers = response.request().headers()
      return headers.rsc === '1' && headers['next-router-prefetch'] === undefined
    })
    // As another tab of the same browser tells of an act in it.
    await page.evaluate(() => new BroadcastChannel('acts').postMessage('done'))
    await renewed
    // A page that draws no new frame would not tell when it has taken what came.
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => String(getSelection()))).toHaveLength(20)
    await button(page, say('texts', 'quoting.copyQuote')).waitFor()
  })

  test('when homework beside a passage is marked as done by key, then the focus stays there, and it can be taken back', async () => {
    const leonor = await demoVisitor(server, browser, 'leonor')
    const { page } = leonor
    await visit(leonor, await demoText())
    const [done, notDone] = [say('preparation', 'markDone'), say('preparation', 'markNotDone')]
    const beside = page
      .locator('.passage-margin')
      .filter({ has: page.getByRole('button', { name: done, exact: true }) })
    const place = (await beside.first().locator('..').getAttribute('id')) ?? ''
    await button(page.locator(`#${place}`), done).focus()
    await leonor.context.setOffline(true)
    await page.keyboard.press('Enter')
    await page.getByText(say('components', 'page.failed')).waitFor()
    await leonor.context.setOffline(false)
    await page.keyboard.press('Enter')
    await button(page.locator(`#${place}`), notDone).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(notDone)
    await button(page, say('components', 'page.undo')).click()
    await button(page.locator(`#${place}`), done).waitFor()
    await leonor.context.close()
  })

  test('when there is no script, then every passage stands there with its mark', async () => {
    const address = await demoText()
    const passages = await withPassages(ola.page, address)
    const state = await ola.context.storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: state, locale: 'en' })
    const page = await context.newPage()
    expect(await withPassages(page, address)).toEqual(passages)
    await page.getByRole('link', { name: say('texts', 'readingOn.more') }).click()
    await page.waitForURL(/\?to=80#p-41$/)
    expect(await page.locator('main [data-ordinal]').count()).toBe(80)
    await page.locator('.passage-margin').last().getByRole('link').first().click()
    await page.waitForURL(/\/(meetings|conclusions)\//)
    await context.close()
  })
})

describe('given a text that is longer than what a page begins with', () => {
  const more = say('texts', 'readingOn.more')
  const held = (page: Page) => page.locator('main [data-ordinal]').count()

  test('when one reads on by key, then the focus goes on, and whoever fetches the page again reads as far', async () => {
    const { page } = ola
    // Lower than what would bring the next part by itself.
    await page.setViewportSize({ width: 1280, height: 300 })
    await visit(ola, await demoText())
    expect(await held(page)).toBe(40)
    await page.locator('main').getByRole('link', { name: more }).focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.closest('#p-41') !== null)
    await page
      .getByRole('status')
      .filter({ hasText: say('texts', 'readingOn.added', { from: 41, to: 80 }) })
      .waitFor()
    await page.waitForURL(/\?to=80$/)
    await page.setViewportSize({ width: 1280, height: 900 })
    await expectSound(ola)
    await page.reload()
    await page.locator('#p-80').waitFor()
    // A selection over the border of two parts is words of its first passage, as everywhere.
    await page.evaluate(() => {
      const [first, last] = ['#p-40', '#p-41'].map((id) => document.querySelector(`${id} [data-ordinal]`)?.firstChild)
      if (first && last) getSelection()?.setBaseAndExtent(first, 3, last, 5)
    })
    await page.getByText(say('texts', 'quoting.wordsOf', { reference: await referenceOf(page, 40) })).waitFor()
  })

  test('when the browser is to search it, or an address names a passage further on, then it is there', async () => {
    const { page } = ola
    const text = await demoText()
    await visit(ola, text)
    await page.keyboard.press('Control+f')
    await page.locator('#p-84').waitFor()
    expect(await held(page)).toBe(84)
    expect(await page.locator('main').getByRole('link', { name: more }).count()).toBe(0)
    await visit(ola, `${text}?from=1#p-83`)
    await page.waitForURL(/\?from=81#p-83$/)
    expect(await page.locator('#p-83').evaluate((passage) => passage.matches(':target'))).toBe(true)
    await page.getByRole('link', { name: say('texts', 'reader.previous') }).click()
    await page.waitForURL(/\?from=41&to=84#p-81$/)
    expect(await held(page)).toBe(44)
  })

  test('when it is printed, then all of it stands on one page without what is pressed', async () => {
    const { page } = ola
    await visit(ola, await demoText())
    await link(page.locator('main'), say('texts', 'printing.open')).click()
    await page.waitForURL(/\/passages$/)
    await button(page, say('texts', 'printing.print')).waitFor()
    expect(await held(page)).toBe(84)
    await expectSound(ola)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0)
    await page.emulateMedia({ media: null })
  })

  test('when a part of it is printed from where it is read, then paper says so, and the keys that print lead to all of it', async () => {
    const { page } = ola
    const text = await demoText()
    await visit(ola, text)
    const said = page.getByText(say('texts', 'readingOn.onPaper', { address: `${text}/passages` }))
    expect(await said.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await said.waitFor()
    await page.emulateMedia({ media: null })
    // A print dialog would hold the browser up: what is printed is told by the page instead.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', location.pathname)
    })
    await page.keyboard.press('Control+p')
    await page.locator('body[data-printed$="/passages"]').waitFor()
    expect(await held(page)).toBe(84)
  })

  test('when a range of it is typed in the picker, then all of it is picked', async () => {
    const { page } = ola
    await visit(ola, `${await demoText()}/assign?first=2`)
    await button(page, say('texts', 'picker.add')).click()
    await page.getByRole('searchbox', { name: say('texts', 'picker.find') }).fill('5.2,3-5')
    await page.keyboard.press('Enter')
    const picked = page.getByRole('dialog').getByRole('list', { name: say('texts', 'picker.chosen') })
    await picked.getByText('5.2 ¶3 – 5.2 ¶5').waitFor()
    await page.getByRole('checkbox', { checked: true }).nth(2).waitFor()
    await page.getByText(say('texts', 'picker.picked', { count: 3, cited: 0 })).waitFor()
    await expectSound(ola)
  })

  test('when words of a passage are chosen, then they take the place of the whole, and no keyboard rises for them', async () => {
    const { page } = ola
    await visit(ola, `${await demoText()}/assign`)
    await button(page, say('texts', 'picker.add')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox', { name: say('texts', 'picker.find') }).fill('5.2,3-5')
    await page.keyboard.press('Enter')
    const picked = dialog.getByRole('list', { name: say('texts', 'picker.chosen') }).getByRole('listitem')
    await picked.getByText('5.2 ¶3 – 5.2 ¶5').waitFor()
    // The first of them has the focus once the text stands at it.
    await dialog.getByRole('checkbox').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowDown')
    await button(dialog, say('texts', 'picker.words')).click()
    const area = dialog.getByRole('textbox', { name: say('texts', 'picker.words') })
    expect(await area.getAttribute('inputmode')).toBe('none')
    await area.press('Shift+End')
    await page.keyboard.press('Enter')
    await area.waitFor({ state: 'detached' })
    await picked.locator('q').waitFor()
    await dialog.getByText(`5.2 ¶4 · ${say('texts', 'picker.wordsChosen')}`).waitFor()
    expect(await picked.locator('bdi:first-child').allInnerTexts()).toEqual(['5.2 ¶3', '5.2 ¶4', '5.2 ¶5'])
    await dialog.getByText(say('texts', 'picker.picked', { count: 3, cited: 0 })).waitFor()
  })
})

describe('given a picker in which words are looked for', () => {
  const named = (key: string, values = {}) => say('texts', `picker.${key}`, values)

  test('when several are found, then they are picked where they stand, and one is shown in the text without losing the others', async () => {
    const { page } = ola
    await visit(ola, `${await demoText()}/assign`)
    await button(page, named('add')).click()
    const dialog = page.getByRole('dialog')
    const search = dialog.getByRole('searchbox')
    // One begins in the search: what is typed and entered leads to what was found, and closes nothing.
    await search.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('parties')
    await page.keyboard.press('Enter')
    const hits = dialog.getByRole('region').getByRole('checkbox')
    await hits.first().and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Space')
    await hits.nth(2).check()
    expect(
      await dialog
        .getByRole('list', { name: named('chosen') })
        .getByRole('listitem')
        .count(),
    ).toBe(2)
    await expectSound(ola)
    await dialog.getByText(named('show'), { exact: true }).nth(3).click()
    const target = dialog.locator('li[aria-current="true"]')
    await target.getByRole('checkbox').and(page.locator(':focus')).waitFor()
    await expectSound(ola)
    await button(dialog, named('backToFound', { words: 'parties' })).click()
    expect(await hits.and(page.locator(':checked')).count()).toBe(2)
    await hits.nth(2).uncheck()
    await button(dialog, named('cite')).click()
    expect(
      await page
        .getByRole('list', { name: named('chosen') })
        .getByRole('listitem')
        .count(),
    ).toBe(1)
  })

  test.each([
    [360, 640],
    [320, 640],
    [640, 360],
  ])('when there are %i by %i pixels, then at least half of it shows passages', async (width, height) => {
    const { page } = ola
    await page.setViewportSize({ width, height })
    await visit(ola, `${await demoText()}/assign`)
    await button(page, named('add')).click()
    await page.getByRole('dialog').getByRole('searchbox').fill('parties')
    await page.keyboard.press('Enter')
    const places = page.getByRole('dialog').getByRole('region').getByRole('list')
    await places.waitFor()
    await places.getByRole('checkbox').first().check()
    const dialog = page.getByRole('dialog')
    const header = await dialog.locator('header').boundingBox()
    const footer = await dialog.locator('footer').boundingBox()
    const seen = (footer?.y ?? 0) - (header?.y ?? 0) - (header?.height ?? height)
    expect(seen).toBeGreaterThan(height / 2)
    await expectSound(ola)
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

async function referenceOf(page: Page, ordinal: number): Promise<string> {
  return (await page.locator(`[data-ordinal="${ordinal}"]`).getAttribute('data-reference')) ?? ''
}

/** What a reader sees of a text's passages, each with what stands beside it. */
async function withPassages(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(address)
  await page.locator('#p-1').waitFor()
  return page.locator('article').allInnerTexts()
}

/** The text of the demo group. */
async function demoText(): Promise<string> {
  await visit(ola, `${group}/texts`)
  const href = await ola.page
    .locator('main')
    .getByRole('link', { name: /Word for Word/ })
    .getAttribute('href')
  return `${server.baseUrl}${href}`
}
