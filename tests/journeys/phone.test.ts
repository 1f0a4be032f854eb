/** A phone held in one hand: what is asked and its words come first, the acts lie at the thumb, and one finger is enough. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tourKeys } from '#lib/demo/tour.ts'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { demoVisitor, toMeeting } from './demo-people.ts'
import { awake, button, expectSound, field, link, signInFirst, type Visitor, visit, visitor } from './visitor.ts'

let server: RunningServer
let browser: Browser
let hana: Visitor

/** As high as the screen of a phone, and as low as a finger can press with certainty, in CSS pixels. */
const [screen, finger] = [740, 44]
/** The text of the demo group, which is called by these words where it is picked. */
const textTitle = 'Word for Word: How Parties Meet Around a Text'

beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
  hana = await demoVisitor(server, browser, 'hana', 'phone')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Where something stands on the screen, in CSS pixels from its upper edge. */
async function place(of: Locator): Promise<{ top: number; bottom: number; height: number }> {
  await of.waitFor()
  return of.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect()
    return { top, bottom, height }
  })
}

/** The acts stand whole in the lower quarter of the screen, each as high as a finger needs; answers where they begin. */
async function expectAtTheThumb(bar: Locator): Promise<number> {
  const { top, bottom } = await place(bar)
  expect(bottom).toBeLessThanOrEqual(screen)
  expect(bottom).toBeGreaterThan(screen * 0.75)
  for (const act of await bar.getByRole('button').all())
    expect((await place(act)).height).toBeGreaterThanOrEqual(finger)
  return top
}

/** Nothing on the page is asked for by drawing or by pointing alone, and nothing is too small to be touched. */
async function expectTouchable(page: Page): Promise<void> {
  const small = await page
    .locator('main :is(button, select, summary, [role=button])')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 24)
        .map((control) => control.outerHTML.slice(0, 120)),
    )
  expect(small).toEqual([])
}

describe('given a conclusion to answer', () => {
  const bar = () => hana.page.getByRole('group', { name: say('conclusions', 'answer.title'), exact: true })
  const consent = () => button(bar(), say('conclusions', 'answer.consent', { version: 1 }))

  test('when its link is touched, then version and words are in view above the acts, and a second touch consents', async () => {
    const { page } = hana
    await page
      .getByRole('link', { name: /A leaflet for tellers/ })
      .first()
      .tap()
    await page.waitForURL(/\/conclusions\/[0-9a-f-]+#conclusion$/)
    await awake(page)
    const acts = await expectAtTheThumb(bar())
    const version = await place(
      page.getByRole('heading', { name: say('conclusions', 'page.wordingOf', { version: 1 }) }),
    )
    const words = await place(page.getByText('The five networks make a leaflet'))
    expect(version.top).toBeGreaterThan(0)
    expect(words.top).toBeLessThan(screen / 2 + 60)
    // The words are short enough to be read whole before the act.
    expect(words.bottom).toBeLessThan(acts)
    await expectTouchable(page)
    await expectSound(hana)
  })

  test('when one answers otherwise, then the form comes into view, and what is typed into is not covered', async () => {
    const { page } = hana
    await button(bar(), say('conclusions', 'answer.otherwise')).tap()
    const object = page.getByRole('radio', { name: say('conclusions', 'answer.object') })
    const { top, bottom } = await place(object)
    expect([top > 0, bottom < screen]).toEqual([true, true])
    await object.tap()
    const reason = field(page, say('conclusions', 'answer.reason'))
    await reason.tap()
    expect(await bar().evaluate((element) => getComputedStyle(element).position)).toBe('static')
    // The keyboard of the phone takes half of the screen.
    await page.setViewportSize({ width: 360, height: 380 })
    await reason.scrollIntoViewIfNeeded()
    const covered = await reason.evaluate((element) => {
      const { left, top: above, width, height } = element.getBoundingClientRect()
      return element !== document.elementFromPoint(left + width / 2, above + height / 2)
    })
    expect(covered).toBe(false)
    await page.setViewportSize({ width: 360, height: screen })
    await button(bar(), say('conclusions', 'answer.otherwise')).tap()
  })

  test('when one reads on to the end, then the acts stay behind with the words, and cover nothing', async () => {
    const { page } = hana
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    const answers = page.getByRole('heading', { name: say('conclusions', 'page.stances') })
    expect((await place(bar())).bottom).toBeLessThan((await place(answers)).top)
    await page.evaluate(() => window.scrollTo(0, 0))
    await consent().tap()
    await consent().waitFor({ state: 'detached' })
    // What one answered, who is still missing and what may be done then stand where one has pressed; the words have not moved.
    const said = page.locator(':focus', { hasText: 'Himal Village Libraries' })
    await said.getByText(/consented to version 1\./).waitFor()
    await link(said, say('conclusions', 'answer.whatElse')).waitFor()
    await button(bar(), say('conclusions', 'answer.change')).waitFor()
    await expectAtTheThumb(bar())
    const words = page.getByText('The five networks make a leaflet')
    expect((await place(words)).top).toBeLessThan(screen / 2 + 60)
    expect((await place(words)).top).toBeGreaterThan(0)
    await expectSound(hana)
  })
})

test('given an item on the floor, then its words come first, and its acts lie at the thumb', async () => {
  const { page } = hana
  const at = await toMeeting(server, hana, 'Recorders that travel')
  await visit(hana, `${at}/floor`)
  const bar = page.getByRole('group', { name: say('floor', 'acts') })
  const acts = await expectAtTheThumb(bar)
  const title = await place(page.getByRole('heading', { name: 'Lending recorders between two seasons' }))
  const passage = await place(page.getByText('When two parties agree to do something together'))
  expect(title.top).toBeLessThan(screen / 2)
  // The meeting is at work on a draft: it comes first, its act lies in the bar, and the passages show their first lines.
  const drafted = await place(
    link(page.getByRole('region', { name: say('floor', 'conclusions') }), 'Recorders on loan'),
  )
  expect(drafted.bottom).toBeLessThan(Math.min(acts, passage.top))
  await bar.getByRole('link', { name: say('conclusions', 'list.toPut', { version: 2 }) }).waitFor()
  expect(passage.height).toBeLessThan(100)
  const whole = button(page, say('floor', 'wholePassage')).first()
  await whole.tap()
  await page.locator('button[aria-expanded=true]', { hasText: say('floor', 'firstLines') }).waitFor()
  expect((await place(page.getByText('When two parties agree to do something together'))).height).toBeGreaterThan(100)
  await expectTouchable(page)
  await expectSound(hana)
  const grace = await demoVisitor(server, browser, 'grace', 'phone')
  await visit(grace, `${at}/floor`)
  await expectAtTheThumb(grace.page.getByRole('group', { name: say('floor', 'presence') }))
  await button(grace.page, say('floor', 'iAmHere')).tap()
  await button(grace.page, say('floor', 'iLeave')).waitFor()
  await expectSound(grace)
  await grace.context.close()
})

test('given a draft that is put from the floor, then its words stand above the bar, whose act answers it', async () => {
  const sarita = await demoVisitor(server, browser, 'sarita', 'phone')
  const { page } = sarita
  const at = await toMeeting(server, sarita, 'Recorders that travel')
  await visit(sarita, `${at}/floor`)
  const version = 2
  await visit(hana, `${at}/floor`)
  await page
    .getByRole('group', { name: say('floor', 'acts') })
    .getByRole('link', { name: say('conclusions', 'list.toPut', { version }) })
    .tap()
  await page.waitForURL(/#conclusion$/)
  await awake(page)
  // One comes to the words, and the act lies below them at the thumb.
  const toPut = page.getByRole('group', { name: say('conclusions', 'acts.putBar') })
  await expectAtTheThumb(toPut)
  const read = await place(page.getByText('Harbour lends Himal four recorders'))
  expect([read.top > 0, read.top < screen / 2]).toEqual([true, true])
  await button(toPut, say('conclusions', 'acts.put', { version })).tap()
  await button(page.getByRole('dialog'), say('conclusions', 'acts.put', { version })).tap()
  const bar = page.getByRole('group', { name: say('conclusions', 'answer.title'), exact: true })
  await button(bar, say('conclusions', 'answer.consent', { version })).waitFor()
  const asked = say('conclusions', 'asked.stance', { version, party: 'Himal Village Libraries' })
  await page.locator(':focus', { hasText: asked }).waitFor()
  const words = await place(page.getByText('Harbour lends Himal four recorders'))
  expect([words.top > 0, words.top < screen / 2]).toEqual([true, true])
  await expectAtTheThumb(bar)
  await expectSound(sarita)
  // On the other phone, where the floor stands open, it is asked without a touch.
  await hana.page
    .getByRole('link', { name: say('conclusions', 'list.asked.stance') })
    .and(hana.page.locator(':visible'))
    .first()
    .waitFor()
  await expectSound(hana)
  await visit(sarita, `${at}/floor`)
  const floor = page.getByRole('group', { name: say('floor', 'acts') })
  await expectAtTheThumb(floor)
  await floor.getByRole('link', { name: say('conclusions', 'list.asked.stance') }).waitFor()
  await expectSound(sarita)
  await sarita.context.close()
})

test('given an offered time, then it stands on the first screen, and accepting it lies at the thumb', async () => {
  const wanjiru = await demoVisitor(server, browser, 'wanjiru', 'phone')
  const { page } = wanjiru
  await page
    .getByRole('list', { name: say('home', 'asked') })
    .getByRole('link', { name: say('home', 'ask.offer', { title: 'Harbour' }) })
    .tap()
  await page.waitForURL(/\/plan#offer$/)
  await awake(page)
  const bar = page.getByRole('group', { name: say('meetings', 'offer.answer') })
  await expectAtTheThumb(bar)
  await button(bar, say('meetings', 'offer.accept')).waitFor()
  await expectTouchable(page)
  await expectSound(wanjiru)
  await wanjiru.context.close()
})

test('given homework, then what is asked comes first, and one touch says that it is done', async () => {
  const yurani = await demoVisitor(server, browser, 'yurani', 'phone')
  const { page } = yurani
  const at = await toMeeting(server, yurani, 'A leaflet that a teller can keep')
  await visit(yurani, server.baseUrl)
  await page
    .locator(`main a[href^="${new URL(at).pathname}/prepare#homework-"]`)
    .first()
    .tap()
  await page.waitForURL(/\/prepare#homework-/)
  await awake(page)
  const mine = page
    .getByRole('list', { name: say('preparation', 'mine') })
    .getByRole('listitem')
    .first()
  const asked = await place(mine.getByText('Which three sentences must be in it'))
  expect(asked.bottom).toBeLessThan(screen * 0.6)
  const bar = mine.getByRole('group').first()
  await expectAtTheThumb(bar)
  await expectTouchable(page)
  await expectSound(yurani)
  await button(bar, say('preparation', 'markDone')).tap()
  await button(page, say('preparation', 'markNotDone')).first().waitFor()
  await yurani.context.close()
})

test('given the demo, then its tour begins in the bar, and takes two lines and the way on at each point', async () => {
  const organizer = await visitor(browser, 'phone')
  const { page } = organizer
  await signInFirst(organizer, server)
  const begin = button(page, say('groups', 'beginTour'))
  expect((await place(begin)).bottom).toBeLessThan(60)
  await begin.tap()
  const note = page.getByRole('complementary', { name: say('groups', 'tour.title') })
  for (const [index] of tourKeys.entries()) {
    await note.getByText(say('groups', 'tour.point', { number: index + 1, count: tourKeys.length })).waitFor()
    await awake(page)
    expect((await place(note.locator('p'))).height, tourKeys[index]).toBeLessThan(48)
    expect((await place(note)).height, tourKeys[index]).toBeLessThan(64)
    const isLast = index === tourKeys.length - 1
    const on = button(note, say('groups', isLast ? 'tour.end' : 'tour.next'))
    expect((await place(on)).bottom, tourKeys[index]).toBeLessThan(120)
    if (isLast) continue
    await on.tap()
  }
  // The rest comes when it is asked for.
  const rest = note.getByText(say('groups', 'tour.notice.agreed'))
  expect(await rest.isVisible()).toBe(false)
  await button(note, say('groups', 'tour.more')).tap()
  await rest.and(page.locator(':visible')).waitFor()
  await expectSound(organizer)
  // Beside the name of a head the tour is gone on with in one word.
  await button(note, say('groups', 'tour.putAway')).tap()
  await note.waitFor({ state: 'detached' })
  const goOn = button(page, say('groups', 'goOnTour'))
  await goOn.getByText(say('groups', 'tourShort'), { exact: true }).waitFor()
  await expectSound(organizer)
  await organizer.context.close()
})

describe('given passages to choose with a finger', () => {
  const picker = () => hana.page.getByRole('dialog', { name: say('texts', 'picker.title'), exact: true })
  const find = async (typed: string) => {
    await picker().getByRole('searchbox').fill(typed)
    await button(picker(), say('texts', 'picker.go')).tap()
  }
  const row = (ordinal: number) => picker().locator(`[data-ordinal="${ordinal}"]`)

  test('when homework is given for an item, then it takes the passages of the item', async () => {
    const { page } = hana
    const at = await toMeeting(server, hana, 'Recorders that travel')
    await visit(hana, `${at}/prepare`)
    const item = field(page, say('preparation', 'form.item'))
    await page.locator('summary', { hasText: say('preparation', 'assignWhat') }).tap()
    await item.selectOption({ label: 'Lending recorders between two seasons' })
    const chosen = page.getByRole('list', { name: say('texts', 'picker.chosen') })
    await link(chosen, '3.2 ¶4').waitFor()
    expect(await chosen.getByRole('listitem').count()).toBe(2)
    // Whoever comes to give the homework of an item finds it so at once.
    const itemId = await item.inputValue()
    await visit(hana, `${at}/prepare?item=${itemId}`)
    await link(chosen, '3.2 ¶4').waitFor()
    expect(await item.inputValue()).toBe(itemId)
    await chosen.getByRole('button').first().tap()
    // Changed by hand, they stay what they are.
    await item.selectOption('')
    expect(await chosen.getByRole('listitem').count()).toBe(1)
    await expectSound(hana)
  })

  test('when a draft is given an item, then it takes the passages of the item, until somebody changes them', async () => {
    const { page } = hana
    const at = await toMeeting(server, hana, 'Recorders that travel')
    await visit(hana, `${at}/conclusions/new`)
    const chosen = page.getByRole('list', { name: say('texts', 'picker.chosen') })
    await field(page, say('conclusions', 'form.item')).selectOption({ label: 'Lending recorders between two seasons' })
    await link(chosen, '3.2 ¶4').waitFor()
    await field(page, say('conclusions', 'form.item')).selectOption('')
    await chosen.waitFor({ state: 'detached' })
  })

  test('when a number is typed, then it is a choice; a reference leads there, with what stands around it', async () => {
    const { page } = hana
    await button(page, say('texts', 'picker.add')).tap()
    // Where room is scarce what helps is there to be heard; the passages have the room.
    await picker()
      .getByRole('list', { name: say('texts', 'picker.passages'), exact: true })
      .and(page.locator(':visible'))
      .waitFor()
    expect(await picker().getByText(say('texts', 'picker.help')).isVisible()).toBe(false)
    await find('5')
    const which = picker().getByRole('region', { name: say('texts', 'picker.which', { words: '5' }) })
    await which.waitFor()
    expect(await which.getByRole('button').count()).toBeGreaterThan(3)
    await which.getByText(say('texts', 'picker.by.ordinal')).waitFor()
    await expectSound(hana)
    await find('3.2,4')
    await which.waitFor({ state: 'detached' })
    const rows = picker().getByRole('list', { name: say('texts', 'picker.passages'), exact: true })
    await rows.getByText('When two parties agree to do something together').waitFor()
    await picker()
      .getByText(`${say('texts', 'picker.inSection')} 3.2 The bilateral`)
      .waitFor()
    // The neighbours before it are there, too.
    await rows.getByText('3.2 ¶3', { exact: true }).waitFor()
    // It is taken with that, as several are; taken away, it leaves nothing chosen.
    await row(25).and(page.locator(':checked')).tap()
    await picker().getByText(say('texts', 'picker.nothing')).waitFor()
    // Where two lines are shown of a passage, the words that were looked for stand in them.
    await find('secretariat')
    const hit = picker()
      .getByRole('listitem')
      .filter({ hasText: '3.2 ¶4' })
      .filter({ has: page.locator('mark') })
    const lines = await place(hit.locator('[dir=auto]'))
    expect((await place(hit.locator('mark'))).bottom).toBeLessThanOrEqual(lines.bottom + 1)
    await find('there is no such thing in it')
    await picker().getByRole('alert').waitFor()
  })

  test('when passages are touched, then they are taken one by one or in a row, made longer, and taken away again', async () => {
    const { page } = hana
    const picked = picker().getByRole('list', { name: say('texts', 'picker.chosen') })
    // The name of one passage takes it, as the name of several does; a second time it stays.
    await find('3.2 ¶4')
    await row(25).and(page.locator(':checked')).waitFor()
    await find('3.2,4')
    await row(25).and(page.locator(':checked')).waitFor()
    await picker().locator('footer summary').tap()
    await picked.getByText('3.2 ¶4', { exact: true }).waitFor()
    await button(picked, say('texts', 'picker.before', { reference: '3.2 ¶4' })).tap()
    await picked.getByText('3.2 ¶3 – 3.2 ¶4', { exact: true }).waitFor()
    await find('¶0')
    await row(1).and(page.locator(':checked')).waitFor()
    // The title of the text is called by its words, and each passage counts once, whatever it was taken with.
    expect(await row(1).locator('xpath=ancestor::li').textContent()).not.toContain('¶0')
    await picker()
      .locator('footer summary')
      .getByText(say('texts', 'picker.picked', { count: 3, cited: 0 }))
      .waitFor()
    await button(picker(), say('texts', 'picker.run')).tap()
    await picker()
      .getByText(say('texts', 'picker.runLast', { reference: textTitle }))
      .waitFor()
    // Its end may be looked for first. Until it is there, what stands in its place takes no touch: it would move under the finger.
    const answered = Promise.withResolvers<void>()
    await page.route(/\/found\?/, async (route) => {
      await answered.promise
      await route.continue()
    })
    await find('2,5')
    const tapped = row(13).tap()
    await picker().locator('[inert] [data-ordinal="13"]').waitFor({ state: 'attached' })
    answered.resolve()
    await tapped
    await page.unroute(/\/found\?/)
    await picked.getByText(`${textTitle} – 2 ¶5`, { exact: true }).waitFor()
    await expectSound(hana)
    await picked
      .getByRole('listitem')
      .filter({ hasText: '3.2 ¶3' })
      .getByRole('button', { name: say('texts', 'picker.remove', { reference: '3.2 ¶3 – 3.2 ¶4' }) })
      .tap()
    await button(picker(), say('texts', 'picker.cite')).tap()
    await picker().waitFor({ state: 'detached' })
    const chosen = page.getByRole('list', { name: say('texts', 'picker.chosen') })
    expect(await chosen.getByRole('listitem').count()).toBe(1)
    // Chosen by hand: another item offers its passages, and takes nothing away.
    await field(page, say('conclusions', 'form.item')).selectOption({ label: 'Lending recorders between two seasons' })
    await link(chosen, `${textTitle} – 2 ¶5`).waitFor()
    await button(page, say('conclusions', 'form.takeItems')).tap()
    await link(chosen, '3.2 ¶4').waitFor()
  })
})
