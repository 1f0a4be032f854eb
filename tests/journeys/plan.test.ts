/** From a published text to two meetings that are planned on it: passages picked beside the agenda, order, times, date. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { dayAhead, type PreparedGroup, preparedGroup } from './prepared-group.ts'
import {
  awake,
  button,
  expectSound,
  field,
  heading,
  link,
  pickPassages,
  tabTo,
  type Visitor,
  visit,
} from './visitor.ts'

let server: RunningServer
let browser: Browser
let group: PreparedGroup

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  group = await preparedGroup(server, browser)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A sheet or a dialog that stands open, by its title. */
const sheet = (name: string): Locator => group.ines.page.getByRole('dialog', { name, exact: true })

async function begin(kind: 'bilateral' | 'multilateral', title: string, parties: readonly string[]): Promise<void> {
  const { page } = group.ines
  await visit(group.ines, `${group.url}/meetings/new`)
  await page.getByRole('radio', { name: say('meetings', `kind.${kind}`), exact: true }).check()
  // Where a kind needs every party that there is, they are ticked already.
  for (const name of ['Upper Mills', 'Reed Harbour', 'Stone Weir'])
    await page.getByRole('checkbox', { name, exact: true }).setChecked(parties.includes(name))
  await field(page, say('meetings', 'begin.name')).fill(title)
  await field(page, say('meetings', 'time.date')).fill(dayAhead(14))
  await field(page, say('meetings', 'time.clock')).fill('10:00')
  await expectSound(group.ines)
  await button(page, say('meetings', 'begin.create')).click()
  await page.waitForURL(/\/plan$/)
  await heading(page, title).waitFor()
}

async function addItem(title: string, kind: string, minutes: number): Promise<void> {
  const form = sheet(say('meetings', 'item.new'))
  await field(form, say('meetings', 'item.title')).fill(title)
  await field(form, say('meetings', 'item.kind')).selectOption(kind)
  await field(form, say('meetings', 'item.minutes')).fill(String(minutes))
  await button(form, say('meetings', 'item.add')).click()
  await form.waitFor({ state: 'detached' })
  await heading(group.ines.page, title).waitFor()
  // One goes on where one was, also when the first item takes away the link by which one came.
  await button(group.ines.page, say('meetings', 'agenda.add')).and(group.ines.page.locator(':focus')).waitFor()
}

/** A person on a screen that is touched. */
async function fingers({ context }: Visitor): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const storageState = await context.storageState()
  const touched = await browser.newContext({ storageState, hasTouch: true, viewport: { width: 390, height: 800 } })
  touched.setDefaultTimeout(15_000)
  return { context: touched, page: await touched.newPage() }
}

/** The rows of the agenda, in their order. */
const rowsOf = (page: Page): Locator =>
  page.getByRole('list', { name: say('meetings', 'agenda.reorder') }).locator('> *')

/** The items in their order, each with when it begins; the list says so once the server has answered. */
async function expectAgenda(...lines: readonly string[]): Promise<void> {
  const rows = rowsOf(group.ines.page)
  const said = async () => (await rows.allInnerTexts()).map((text) => text.split('\n').slice(0, 2).join(' '))
  await expect.poll(said, { timeout: 15_000 }).toEqual(lines)
}

/** Drags one item by its grip to where another begins, as the first thing that the pointer does on the page. */
async function drag(page: Page, item: string, before: string): Promise<void> {
  const rowOf = (title: string) => rowsOf(page).filter({ has: heading(page, title) })
  await rowOf(before).scrollIntoViewIfNeeded()
  const grip = await rowOf(item).locator('[data-grip]').boundingBox()
  const target = await rowOf(before).boundingBox()
  if (grip === null || target === null) throw new Error('The rows are not on the screen.')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + 20, target.y + 5, { steps: 4 })
  await page.locator('[data-drop="before"]').and(rowOf(before)).waitFor()
  await page.mouse.up()
}

describe('given a text that is published', () => {
  test('when a bilateral is begun, then passages and words of one are picked beside its agenda, by keys alone', async () => {
    const { page } = group.ines
    await begin('bilateral', 'What we measure', ['Upper Mills', 'Reed Harbour'])
    await expectSound(group.ines)
    await button(page, say('meetings', 'agenda.add')).click()
    await button(sheet(say('meetings', 'item.new')), say('texts', 'picker.add')).click()
    const picker = sheet(say('texts', 'picker.title'))
    const box = (ordinal: number) => picker.locator(`[data-ordinal="${ordinal}"]`)
    await tabTo(page, box(1))
    for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'ArrowDown', 'Shift+Space']) await page.keyboard.press(key)
    await picker.getByRole('list', { name: say('texts', 'picker.chosen') }).waitFor()
    await page.keyboard.press('ArrowDown')
    await tabTo(page, button(picker, say('texts', 'picker.words')))
    await page.keyboard.press('Enter')
    const words = picker.getByRole('textbox', { name: new RegExp(`^${say('texts', 'picker.words')}`) })
    await words.waitFor()
    for (const _ of 'Numbers') await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await words.waitFor({ state: 'detached' })
    await expectSound(group.ines)
    await tabTo(page, button(picker, say('texts', 'picker.cite')))
    await page.keyboard.press('Enter')
    await picker.waitFor({ state: 'detached' })
    await expectSound(group.ines)
    await addItem('Who measures', 'cooperation', 40)
    const row = page.getByRole('listitem').filter({ hasText: 'Who measures' })
    await row.getByText('“Numbers”').waitFor()
    await row.getByText('The water does not know').waitFor()
  })

  test('when its items are put in another order, by arrows and by the grip, then they begin at other times', async () => {
    const { page } = group.ines
    await button(page, say('meetings', 'agenda.add')).click()
    await addItem('What is shown to whom', 'inquiry', 30)
    await expectAgenda('10:00 Who measures', '10:40 What is shown to whom')
    const down = button(page, `${say('components', 'reorder.moveDown')}: Who measures`)
    await tabTo(page, down)
    await page.keyboard.press('Enter')
    await expectAgenda('10:00 What is shown to whom', '10:30 Who measures')
    await drag(page, 'Who measures', 'What is shown to whom')
    await expectAgenda('10:00 Who measures', '10:40 What is shown to whom')
    await expectSound(group.ines)
    await page.reload()
    await expectAgenda('10:00 Who measures', '10:40 What is shown to whom')
  })

  test('when the first touch of the page is a tap in the agenda, then it does what it says', async () => {
    const { context, page } = await fingers(group.ines)
    await page.goto(group.ines.page.url())
    await awake(page)
    await button(page, say('meetings', 'agenda.editName', { title: 'Who measures' })).tap()
    await page.getByRole('dialog', { name: say('meetings', 'item.edit') }).waitFor()
    await page.reload()
    await awake(page)
    await button(page, `${say('components', 'reorder.moveDown')}: Who measures`).tap()
    await page.getByText(say('components', 'reorder.moved', { name: 'Who measures', position: 2, total: 2 })).waitFor()
    await button(page, `${say('components', 'reorder.moveUp')}: Who measures`).tap()
    await expectAgenda('10:00 Who measures', '10:40 What is shown to whom')
    await context.close()
  })

  test('when it is scheduled, then the other head finds it on his phone with its passages', async () => {
    const { page } = group.ines
    await awake(page)
    await button(page, say('meetings', 'schedule.submit')).click()
    await page.getByText(say('meetings', 'state.scheduled'), { exact: true }).waitFor()
    await expectSound(group.ines)
    // What is opened comes then, and after an act only what it changed is another: what is unfolded stays so, and the focus where it was.
    await page.getByText(say('meetings', 'history.title'), { exact: true }).click()
    const edit = button(page, say('meetings', 'when.edit'))
    await tabTo(page, edit)
    await page.keyboard.press('Enter')
    const place = field(sheet(say('meetings', 'edit.title')), say('meetings', 'venue.place'))
    await place.fill('The weir house')
    await place.press('Enter')
    await page.getByText('The weir house', { exact: true }).nth(1).waitFor()
    await page.getByText(say('meetings', 'history.venue-changed')).waitFor()
    expect(await edit.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectSound(group.ines)
    const { tomas } = group
    await visit(tomas, group.baseUrl)
    await expectSound(tomas)
    await link(tomas.page.getByRole('list', { name: say('home', 'meetings') }), 'What we measure').click()
    await tomas.page.waitForURL(/\/meetings\/[0-9a-f-]+\/[a-z]+$/)
    await visit(tomas, page.url())
    await tomas.page.getByText('“Numbers”').waitFor()
    await expectSound(tomas)
  })

  test('when a multilateral is planned, then it needs a chair, and what does not fit is said with numbers', async () => {
    const { page } = group.ines
    await begin('multilateral', 'The river council meets', ['Upper Mills', 'Reed Harbour'])
    await page.getByText(say('meetings', 'schedule.warning.no-chair')).waitFor()
    // What one act refuses, another mends: then nothing on the page says any more that it stands in the way.
    const schedule = page.locator('#schedule')
    await button(page, say('meetings', 'schedule.submit')).click()
    await schedule.getByText(say('components', 'forms.notSaved')).waitFor()
    expect(await schedule.getByRole('alert').getByRole('link').count()).toBe(0)
    await button(page, say('meetings', 'people.change')).click()
    const parties = sheet(say('meetings', 'people.changeTitle'))
    await parties.getByRole('checkbox', { name: 'Stone Weir', exact: true }).check()
    await button(parties, say('meetings', 'people.save')).click()
    await parties.waitFor({ state: 'detached' })
    await schedule.getByText(say('components', 'forms.notSaved')).waitFor({ state: 'detached' })
    await button(page, say('meetings', 'agenda.add')).click()
    await pickPassages(page, sheet(say('meetings', 'item.new')), [5])
    await addItem('A common gauge', 'resolution', 180)
    const fit = page.locator('#fit')
    for (const minutes of [195, 180, 15])
      await fit.getByText(say('meetings', 'schedule.minutes', { minutes }), { exact: true }).waitFor()
    await fit.getByText(say('meetings', 'schedule.ways')).waitFor()
    // What nobody was told of yet goes at once, and comes back with its passages.
    const gauge = heading(page, 'A common gauge')
    await button(fit, say('meetings', 'schedule.takeOffName', { title: 'A common gauge' })).click()
    await gauge.waitFor({ state: 'detached' })
    await button(page, say('components', 'page.undo')).click()
    await gauge.waitFor()
    const cited = page.getByRole('list', { name: say('meetings', 'agenda.passages') })
    await cited.first().waitFor()
    // The same beside the time that is being typed, and what cannot be entered yet says why.
    const duration = field(schedule, say('meetings', 'time.duration'))
    await schedule.getByText(say('meetings', 'time.roomOver', { needed: 195, minutes: 180, over: 15 })).waitFor()
    await duration.fill('240')
    await schedule.getByText(say('meetings', 'time.room', { needed: 195, minutes: 240 })).waitFor()
    await duration.fill('180')
    await button(page, say('meetings', 'steps.floor')).click()
    await page.getByText(say('meetings', 'steps.why.draft')).filter({ visible: true }).waitFor()
    await page.keyboard.press('Escape')
    await expectSound(group.ines)
    const chair = page.getByRole('listitem').filter({ has: page.getByText(say('terms', 'chair.meaning')) })
    await button(chair, say('meetings', 'office.appoint', { office: 'chair' })).click()
    const dialog = sheet(say('meetings', 'office.appointTitle', { office: 'chair' }))
    await dialog.getByRole('combobox').fill('Mara')
    await dialog.getByRole('option').click()
    await expectSound(group.ines)
    await button(dialog, say('meetings', 'office.submit')).click()
    await chair.getByText('Mara Pinto').waitFor()
    await button(page, say('meetings', 'schedule.submit')).click()
    await page.getByText(say('meetings', 'state.scheduled'), { exact: true }).waitFor()
    await visit(group.mara, page.url())
    await heading(group.mara.page, 'A common gauge').waitFor()
    await expectSound(group.mara)
  })
})
