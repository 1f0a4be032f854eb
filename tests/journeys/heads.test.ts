/** Heads at their conclusions and agendas: by keys alone, and on a page that is older than what it shows. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { altiplanoValley } from '#prisma/demo/scenario/altiplano-valley.ts'
import { himalHarbour } from '#prisma/demo/scenario/himal-harbour.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { demoVisitor, toMeeting } from './demo-people.ts'
import { button, expectSound, field, heading, link, tabTo, type Visitor, visit } from './visitor.ts'

let server: RunningServer
let browser: Browser
let sarita: Visitor
let hana: Visitor

beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
  sarita = await demoVisitor(server, browser, 'sarita')
  hana = await demoVisitor(server, browser, 'hana')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The row of a side in the table of answers. */
function answerOf(page: Page, side: string): Locator {
  return page.getByRole('row').filter({ hasText: side })
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

/** The same person at a phone, where a finger is all there is. */
async function touching(who: Visitor): Promise<Visitor> {
  const storageState = await who.context.storageState()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, storageState })
  return { context, page: await context.newPage(), complaints: [] }
}

describe('given a version that waits for the answers of two parties, and a head without a pointer', () => {
  const title = 'A leaflet for tellers'
  const version = 1
  /** Home says what is asked first above the list as well. */
  const asks = (page: Page, title: string) => link(page, say('home', 'ask.stance', { title }))

  test('when she asks what a term means, by a key or with a finger, then it stands beside it, and goes again', async () => {
    const { page } = sarita
    const name = say('conclusions', 'state.undecided')
    const meaning = say('terms', 'put.meaning')
    await visit(sarita, server.baseUrl)
    await press(page, asks(page, title).first())
    await heading(page, title).waitFor()
    const term = button(page.getByRole('main'), name)
    await press(page, term)
    await page.getByText(meaning).waitFor()
    await expectSound(sarita)
    await page.keyboard.press('Escape')
    await page.getByText(meaning).waitFor({ state: 'hidden' })
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true)

    const phone = await touching(sarita)
    await visit(phone, page.url())
    await button(phone.page.getByRole('main'), name).tap()
    await phone.page.getByText(meaning).waitFor()
    await expectSound(phone)
    await phone.page.touchscreen.tap(2, 2)
    await phone.page.getByText(meaning).waitFor({ state: 'hidden' })
    await link(phone.page.getByRole('contentinfo'), say('groups', 'glossary')).tap()
    await heading(phone.page, say('groups', 'glossary')).waitFor()
    await phone.page.getByText(meaning).waitFor()
    await expectSound(phone)
    await phone.context.close()
  })

  test('when the head consents, then the page says so, and Home asks no more', async () => {
    const { page } = sarita
    await visit(sarita, server.baseUrl)
    await press(page, asks(page, title).first())
    await heading(page, title).waitFor()
    const place = () => page.locator('#conclusion').evaluate((element) => element.getBoundingClientRect().top + scrollY)
    const before = await place()
    await press(page, button(page, say('conclusions', 'answer.consent', { version })))
    await answerOf(page, 'Himal').getByText(say('conclusions', 'stance.consent')).waitFor()
    const said = say('conclusions', 'answer.given.consent', { own: 'no', party: 'Himal Village Libraries', version })
    await page.locator(':focus', { hasText: said }).waitFor()
    await page.getByText(say('conclusions', 'answer.mayChange')).waitFor()
    await button(page, say('conclusions', 'answer.change')).waitFor()
    // The heads above are as small as before: nothing moved under what was pressed.
    expect(await place()).toBe(before)
    await expectSound(sarita)
    await visit(sarita, server.baseUrl)
    await asks(page, title).first().waitFor({ state: 'detached' })
  })

  test('when the last one objects, then a reason is asked for, and the objection stands with it', async () => {
    const { page } = hana
    const reason = 'Four tellers of ours were shown a draft and could not say what they had given.'
    await visit(hana, server.baseUrl)
    await press(page, asks(page, title).first())
    await page.getByText(say('conclusions', 'answer.decides.agreed')).waitFor()
    await press(page, button(page, say('conclusions', 'answer.otherwise')))
    await tabTo(page, page.getByRole('radio').first())
    await page.keyboard.press('ArrowUp')
    await page.getByRole('radio', { name: say('conclusions', 'answer.object'), exact: true, checked: true }).waitFor()
    const send = button(page, say('conclusions', 'answer.send', { version }))
    await press(page, send)
    await page
      .getByRole('alert')
      .getByText(`${say('conclusions', 'answer.reason')}: ${say('components', 'forms.fieldRequired')}`)
      .waitFor()
    await expectSound(hana)
    await tabTo(page, field(page, say('conclusions', 'answer.reason')))
    await page.keyboard.type(reason)
    await press(page, send)
    await answerOf(page, 'Harbour').getByText(reason).waitFor()
    const names = 'Harbour and Islands Libraries'
    await page.getByText(say('conclusions', 'outcome.blocked-by-objection', { names, count: 1 })).waitFor()
    await expectSound(hana)
  })
})

describe('given a head who has version 2 on the screen while it is taken back and version 3 is put', () => {
  const title = 'Recorders on loan'
  const added = 'Harbour pays the freight.'

  test('when the head consents, then it is refused with the words that changed, and nothing is recorded', async () => {
    const { page } = sarita
    const meeting = await toMeeting(server, sarita, himalHarbour.title)
    await visit(sarita, `${meeting}/conclusions`)
    await link(page, title).click()
    await put(page, 2)
    const address = page.url()
    await visit(hana, address)
    await button(hana.page, say('conclusions', 'answer.consent', { version: 2 })).waitFor()

    await button(page, say('conclusions', 'acts.takeBack')).click()
    const dialog = page.getByRole('dialog')
    await field(dialog, say('conclusions', 'acts.takeBackReason')).fill('The freight is missing.')
    await expectSound(sarita)
    await button(dialog, say('conclusions', 'acts.takeBackSend', { version: 2 })).click()
    await link(page, say('conclusions', 'acts.revise')).click()
    const wording = field(page, say('conclusions', 'form.wording'))
    await wording.fill(`${await wording.inputValue()} ${added}`)
    await button(page, say('conclusions', 'form.saveEdit', { next: 3 })).click()
    await page.waitForURL(address)
    await put(page, 3)

    await button(hana.page, say('conclusions', 'answer.consent', { version: 2 })).click()
    await hana.page.getByText(say('conclusions', 'answer.changedMeans', { from: 2, to: 3 })).waitFor()
    await hana.page.locator('ins').filter({ hasText: added }).first().waitFor()
    await expectSound(hana)
    await visit(sarita, address)
    await answerOf(page, 'Harbour').getByText(say('conclusions', 'stances.missing')).waitFor()
  })

  test('when the head reads it and consents to version 3, then that is recorded', async () => {
    await button(hana.page, say('conclusions', 'answer.consent', { version: 3 })).click()
    await answerOf(hana.page, 'Harbour').getByText(say('conclusions', 'stance.consent')).waitFor()
    await expectSound(hana)
  })
})

describe('given two who change one draft at once', () => {
  const theirs = 'The recorders come back after the fair.'
  const mine = 'The recorders come back in spring.'

  test('when the other was faster, then one can begin from theirs with one’s own beside it', async () => {
    const { page } = sarita
    const address = page.url()
    await button(page, say('conclusions', 'acts.takeBack')).click()
    const dialog = page.getByRole('dialog')
    await field(dialog, say('conclusions', 'acts.takeBackReason')).fill('When do they come back?')
    await button(dialog, say('conclusions', 'acts.takeBackSend', { version: 3 })).click()
    await page.getByText('When do they come back?').first().waitFor()
    // Whoever changes an answer to it on a page of before is told that it was not taken, also where the form is gone.
    await button(hana.page, say('conclusions', 'answer.change')).click()
    await hana.page.getByRole('radio', { name: say('conclusions', 'answer.object'), exact: true }).check()
    await field(hana.page, say('conclusions', 'answer.reason')).fill('Not without the freight.')
    await button(hana.page, say('conclusions', 'answer.send', { version: 3 })).click()
    await hana.page.getByText('When do they come back?').first().waitFor()
    await hana.page.getByText(say('refusals', 'not-put')).waitFor()
    await expectSound(hana)
    const wording = ({ page: where }: Visitor) => field(where, say('conclusions', 'form.wording'))
    for (const who of [sarita, hana]) await visit(who, `${address}/edit`)
    await wording(hana).fill(theirs)
    await button(hana.page, say('conclusions', 'form.saveEdit', { next: 4 })).click()
    await hana.page.waitForURL(address)
    await wording(sarita).fill(mine)
    await button(page, say('conclusions', 'form.saveEdit', { next: 4 })).click()
    await button(page, say('conclusions', 'form.startFromTheirs', { to: 4 })).click()
    await page.getByText(say('conclusions', 'form.mine')).waitFor()
    await page.getByText(mine).waitFor()
    await page.getByText(say('conclusions', 'form.editHint', { next: 5 })).waitFor()
    expect(await wording(sarita).inputValue()).toBe(theirs)
    await expectSound(sarita)
    await wording(sarita).fill(`${theirs} ${mine}`)
    await button(page, say('conclusions', 'form.saveEdit', { next: 5 })).click()
    await page.waitForURL(address)
  })

  test('when versions are compared, then what is chosen keeps step with what is shown', async () => {
    const { page } = sarita
    const chosen = () => page.getByRole('form', { name: say('conclusions', 'versions.compare') }).getByRole('combobox')
    const values = () => chosen().evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
    expect(await values()).toEqual(['4', '5'])
    await chosen().first().selectOption('1')
    await button(page, say('conclusions', 'versions.show')).click()
    await page.getByRole('heading', { name: say('conclusions', 'versions.changes', { from: 1, to: 5 }) }).waitFor()
    expect(await values()).toEqual(['1', '5'])
    await expectSound(sarita)
  })
})

async function put(page: Page, version: number): Promise<void> {
  await button(page, say('conclusions', 'acts.put', { version })).click()
  await button(page.getByRole('dialog'), say('conclusions', 'acts.put', { version })).click()
  await button(page, say('conclusions', 'answer.consent', { version })).waitFor()
}

describe('given two heads at the agenda of their bilateral', () => {
  let marisol: Visitor
  let wanjiru: Visitor
  const items = (page: Page) => page.getByLabel(say('meetings', 'agenda.reorder'), { exact: true })
  const sheet = (page: Page) => page.getByRole('dialog', { name: say('meetings', 'item.new') })

  beforeAll(async () => {
    marisol = await demoVisitor(server, browser, 'marisol')
    wanjiru = await demoVisitor(server, browser, 'wanjiru')
  })

  test('when one adds an item with passages and moves it up, by keys alone, then the start times follow', async () => {
    const { page } = marisol
    await visit(marisol, `${await toMeeting(server, marisol, altiplanoValley.title)}/plan`)
    await press(page, button(page, say('meetings', 'agenda.add')))
    await press(page, button(sheet(page), say('texts', 'picker.add')))
    const picker = page.getByRole('dialog', { name: say('texts', 'picker.title') })
    await tabTo(page, picker.getByRole('checkbox').first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await expectSound(marisol)
    await press(page, button(picker, say('texts', 'picker.cite')))
    await tabTo(page, field(sheet(page), say('meetings', 'item.title')))
    await page.keyboard.type('The three sentences')
    await tabTo(page, field(sheet(page), say('meetings', 'item.minutes')))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('15')
    await expectSound(marisol)
    await press(page, button(sheet(page), say('meetings', 'item.add')))
    const row = items(page).getByText('The three sentences').first()
    await row.waitFor()
    const up = button(page, `${say('components', 'reorder.moveUp')}: The three sentences`)
    await tabTo(page, up)
    // Both at once: the second does not wait until the first has been answered.
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page
      .getByText(say('components', 'reorder.moved', { name: 'The three sentences', position: 2, total: 4 }))
      .waitFor()
    const starts = () => items(page).locator('[data-lead]').allTextContents()
    await expect.poll(starts, { timeout: 15_000 }).toEqual(['09:00', '09:25', '09:40', '09:50'])
    await visit(marisol, page.url())
    const titles = await items(page).getByRole('heading').allTextContents()
    expect(titles[1]).toBe('The three sentences')
    expect(await starts()).toEqual(['09:00', '09:25', '09:40', '09:50'])
    await expectSound(marisol)
  })

  test('when both add an item, then the second is told what changed, and saves on top of it', async () => {
    const add = async ({ page }: Visitor, title: string) => {
      await button(page, say('meetings', 'agenda.add')).click()
      await field(sheet(page), say('meetings', 'item.title')).fill(title)
    }
    await visit(wanjiru, marisol.page.url())
    // The same agenda on her own clock, and it says which that is.
    await wanjiru.page.getByText(say('meetings', 'agenda.zone', { zone: 'Africa/Nairobi' })).waitFor()
    expect(await items(wanjiru.page).locator('[data-lead]').first().textContent()).toBe('17:00')
    await add(wanjiru, 'Who prints it')
    await add(marisol, 'Who pays for it')
    await button(sheet(wanjiru.page), say('meetings', 'item.add')).dblclick()
    await items(wanjiru.page).getByText('Who prints it').first().waitFor()
    await button(sheet(marisol.page), say('meetings', 'item.add')).click()
    const told = sheet(marisol.page).getByText(say('meetings', 'item.added', { title: 'Who prints it' }))
    await told.waitFor()
    expect(await field(sheet(marisol.page), say('meetings', 'item.title')).inputValue()).toBe('Who pays for it')
    await expectSound(marisol)
    await button(sheet(marisol.page), say('meetings', 'item.saveAgain')).click()
    await items(marisol.page).getByText('Who pays for it').first().waitFor()
    await heading(items(marisol.page), 'Who prints it').waitFor()
    expect(await heading(items(marisol.page), 'Who prints it').count()).toBe(1)
  })
})
