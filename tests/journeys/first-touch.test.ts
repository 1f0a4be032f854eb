/** What is loaded when somebody is about to use it: the press that came before it was there is answered, and nothing is replaced. */
import type { Browser, BrowserContextOptions, Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { himalHarbour } from '#prisma/demo/scenario/himal-harbour.ts'
import { people } from '#prisma/demo/scenario/people.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { demoVisitor, toMeeting } from './demo-people.ts'
import { awake, expectSound, type Visitor } from './visitor.ts'

let server: RunningServer
let browser: Browser
let sarita: Visitor

beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
  sarita = await demoVisitor(server, browser, 'sarita')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Scripts that a page asks for and that do not arrive. */
interface Held {
  readonly asked: () => number
  /** Lets them arrive, and whatever is asked for from now on. */
  readonly release: () => Promise<void>
  /** Loses them, as a lost connection does, and whatever is asked for until they are released. */
  readonly lose: () => Promise<void>
}

async function holdScripts(page: Page): Promise<Held> {
  const held: Route[] = []
  let asked = 0
  let fate: ((route: Route) => Promise<void>) | null = null
  await page.route(/\/_next\/static\/.*\.js/, (route) => {
    asked += 1
    if (fate !== null) return fate(route)
    held.push(route)
    return undefined
  })
  const meet = async (next: (route: Route) => Promise<void>) => {
    fate = next
    await Promise.all(held.splice(0).map(next))
  }
  return {
    asked: () => asked,
    release: () => meet((route) => route.continue()),
    lose: () => meet((route) => route.abort()),
  }
}

/** The same person at a page of their own. */
async function opened(options: BrowserContextOptions = {}): Promise<Visitor> {
  const storageState = await sarita.context.storageState()
  const context = await browser.newContext({ storageState, viewport: { width: 390, height: 800 }, ...options })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { context, page, complaints }
}

const account = (): string => `${server.baseUrl}/account`
const menuButton = (page: Page): Locator => page.getByRole('button', { name: people.sarita.name })
const zoneField = (page: Page): Locator => page.getByRole('combobox', { name: say('people', 'timeZone') })

/** Marks an element, and says later whether what stands there is still the same. */
async function marked(element: Locator): Promise<() => Promise<boolean>> {
  await element.evaluate((node) => node.setAttribute('data-marked', ''))
  return () => element.evaluate((node) => node.hasAttribute('data-marked'))
}

describe('given a page whose parts are not there yet', () => {
  test('when its menu is tapped, then the menu opens once it has come, and the next tap chooses', async () => {
    const who = await opened({ hasTouch: true })
    const { page } = who
    await page.goto(account())
    await awake(page)
    const scripts = await holdScripts(page)
    const isSame = await marked(menuButton(page))
    await menuButton(page).tap()
    await expect.poll(scripts.asked).toBeGreaterThan(0)
    await page.getByText(say('components', 'page.loading')).waitFor()
    expect(await page.getByRole('menu').count()).toBe(0)
    await scripts.release()
    const groups = page.getByRole('menuitem', { name: say('groups', 'menu.groups') })
    await groups.waitFor()
    expect(await groups.evaluate((line) => line === document.activeElement)).toBe(true)
    expect(await isSame()).toBe(true)
    await expectSound(who)
    await groups.tap()
    await page.waitForURL(/\/groups$/)
    await who.context.close()
  })

  test('when its menu is pressed before the page is awake, then it is open once the page is', async () => {
    const who = await opened()
    const { page } = who
    const scripts = await holdScripts(page)
    await page.goto(account(), { waitUntil: 'commit' })
    await menuButton(page).click()
    await page.getByText(say('components', 'page.loading')).waitFor()
    await scripts.release()
    await page.getByRole('menuitem', { name: say('groups', 'menu.groups') }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await menuButton(page).evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('menu').locator(':focus').waitFor()
    await page.keyboard.press('Tab')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await expectSound(who)
    await who.context.close()
  })

  test('when a field is typed in before the page is awake, then the words find their choice once it is', async () => {
    const who = await opened()
    const { page } = who
    const scripts = await holdScripts(page)
    await page.goto(account(), { waitUntil: 'commit' })
    await zoneField(page).click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('lisbon')
    await scripts.release()
    await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
    expect(await zoneField(page).inputValue()).toBe('Europe/Lisbon')
    await who.context.close()
  })

  test.each([420, 330])('when the window is %i px high, then what a field offers stays within it', async (height) => {
    const who = await opened({ viewport: { width: 390, height } })
    const { page } = who
    await page.goto(account())
    await awake(page)
    await zoneField(page).click()
    const list = page.getByRole('listbox')
    await list.waitFor()
    const box = await list.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
    await who.context.close()
  })

  test('when what a field offers is lost, then its words give way to the choice as it is left, and none to nothing', async () => {
    const who = await opened()
    const { page } = who
    await page.goto(account())
    await awake(page)
    const before = await zoneField(page).inputValue()
    const scripts = await holdScripts(page)
    await scripts.lose()
    await zoneField(page).click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('lisbon')
    await page.keyboard.press('Tab')
    await expect.poll(() => zoneField(page).inputValue()).toBe(before)
    await zoneField(page).click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Tab')
    await expect.poll(() => zoneField(page).inputValue()).toBe('')
    await who.context.close()
  })

  test('when somebody types in a field, then the words stay and find their choice once it has come', async () => {
    const who = await opened({ hasTouch: true })
    const { page } = who
    await page.goto(account())
    await awake(page)
    const scripts = await holdScripts(page)
    const isSame = await marked(zoneField(page))
    await zoneField(page).tap()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('nepal')
    await expect.poll(scripts.asked).toBeGreaterThan(0)
    expect(await page.getByRole('option').count()).toBe(0)
    await scripts.release()
    const kathmandu = page.getByRole('option', { name: 'Asia/Kathmandu' })
    await kathmandu.waitFor()
    // What is offered hides the rest of the page from a screen reader, and not the field's name.
    expect(await zoneField(page).inputValue()).toBe('nepal')
    await page
      .getByRole('status')
      .getByText(say('components', 'choices.offered', { count: 1 }))
      .waitFor()
    await kathmandu.tap()
    expect(await zoneField(page).inputValue()).toBe('Asia/Kathmandu')
    expect(await isSame()).toBe(true)
    await expectSound(who)
    await who.context.close()
  })

  test('when they are lost on the way, then it is said, and the next press asks for them again', async () => {
    const { page, context } = await opened()
    await page.goto(account())
    await awake(page)
    const scripts = await holdScripts(page)
    await menuButton(page).click()
    await expect.poll(scripts.asked).toBeGreaterThan(0)
    await scripts.lose()
    await page.getByText(say('components', 'page.failed')).waitFor()
    await page.getByText(say('components', 'page.loading')).waitFor({ state: 'hidden' })
    await scripts.release()
    await menuButton(page).click()
    await page.getByRole('menuitem', { name: say('groups', 'menu.groups') }).waitFor()
    await context.close()
  })

  test('when what a dialog is made of is lost, then that is said, and the next press opens it as things are then', async () => {
    const who = await opened()
    const { page, context } = who
    await page.goto(`${await toMeeting(server, sarita, himalHarbour.title)}/plan`)
    await awake(page)
    const open = page.locator('main button[data-opens]').first()
    const scripts = await holdScripts(page)
    await open.click()
    await expect.poll(scripts.asked).toBeGreaterThan(0)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await scripts.lose()
    await page.getByText(say('components', 'page.failed')).waitFor()
    await scripts.release()
    await open.click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true)
    await context.close()
  })
})
