/** A person at a browser: what they press and fill, and what must hold of every page that they see. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { languageHere } from '#lib/words/context.ts'
import { say } from '#lib/words/say.ts'
import type { RunningServer } from '#tests/setup/running-server.ts'

/** Widths in CSS pixels at which people look. */
const screens = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Script errors, failures of the content policy and other complaints of the console, from the first page on. */
  readonly complaints: string[]
}

/** Opens a browser of its own for a person: nobody else's cookies. */
export async function visitor(browser: Browser, screen: keyof typeof screens = 'desk'): Promise<Visitor> {
  // The language in which the test speaks here is the one that the browser asks for.
  const locale = languageHere().tag
  // A phone has a finger and no pointer.
  const touch = screen === 'phone' ? { hasTouch: true, isMobile: true } : {}
  const context = await browser.newContext({
    viewport: screens[screen],
    timezoneId: 'Europe/Lisbon',
    locale,
    ...touch,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A refusal of the API is an answer, which the browser logs as a failed load.
    const { url } = message.location()
    const isAnswer = url.includes('/api/v1/')
    if (message.type() === 'error' && !isAnswer) complaints.push(`${page.url()}: ${message.text()} (${url})`)
  })
  return { context, page, complaints }
}

/** Goes to an address as one does by typing it, and waits until the page answers to presses. */
export async function visit({ page }: Visitor, address: string): Promise<void> {
  await page.goto(address)
  await awake(page)
}

/** Presses on a page that is not awake yet would be lost: its controls must have their handlers. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    // What a control of markup does is heard with the markup in which it stands.
    [...document.querySelectorAll('[data-markup], main :is(button, input, select, textarea)')].every((control) =>
      Object.keys(control.closest('[data-markup]') ?? control).some((key) => key.startsWith('__reactProps')),
    ),
  )
}

/**
 * What must hold of every page: no finding of axe, no complaint of the browser, nothing wider than the screen; the last also
 * on a phone, whatever the visitor looks with.
 */
export async function expectSound({ page, complaints }: Visitor): Promise<void> {
  // The title of a page arrives in its stream after the page itself; one that never comes is a finding.
  await page.waitForFunction(() => document.title !== '')
  // Colours are judged once what is coming in has come. It is brought to its end: a page that draws no new frame would not tell.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const findings = violations.map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(findings).toEqual([])
  const own = page.viewportSize()
  await page.setViewportSize(screens.phone)
  const over = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  )
  expect(Math.max(...over), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
  if (own !== null) await page.setViewportSize(own)
  expect(complaints).toEqual([])
}

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true })
}

export function link(within: Page | Locator, name: string): Locator {
  return within.getByRole('link', { name, exact: true })
}

export function heading(within: Page | Locator, name: string): Locator {
  return within.getByRole('heading', { name, exact: true })
}

/** A field by its label, also where the label goes on to say that the field is optional. */
export function field(within: Page | Locator, label: string): Locator {
  const escaped = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return within.getByLabel(new RegExp(`^${escaped}( ${say('components', 'forms.optional')}|\\s*\\(.*\\))?\\s*$`))
}

/** Opens the picker of passages that stands in a form or beside it, takes the passages with these numbers, and closes it. */
export async function pickPassages(page: Page, within: Page | Locator, ordinals: readonly number[]): Promise<void> {
  await button(within, say('texts', 'picker.add')).click()
  const picker = page.getByRole('dialog', { name: say('texts', 'picker.title'), exact: true })
  for (const ordinal of ordinals) await picker.locator(`[data-ordinal="${ordinal}"]`).check()
  await button(picker, say('texts', 'picker.cite')).click()
  await picker.waitFor({ state: 'detached' })
}

/** Moves the focus by Tab alone until it is on the control, as somebody without a pointer does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  const most = 120
  await control.waitFor()
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${control}`)
}

/** The newest address that the server printed in a message to somebody, once there is one. */
export async function mailedLink(server: RunningServer, address: string, path: string): Promise<string> {
  const find = () => {
    const letter = server
      .output()
      .split('─'.repeat(72))
      .findLast((part) => part.includes(`<${address}>`) && part.includes(path))
    return letter?.match(/^http\S+$/m)?.[0]
  }
  return vi.waitUntil(find, { timeout: 10_000 })
}

/** Opens a sign-in link and presses its button; ends where the link leads. */
export async function signIn(who: Visitor, address: string): Promise<void> {
  await visit(who, address)
  await button(who.page, say('people', 'signIn')).click()
  await who.page.waitForURL((url) => url.pathname !== '/verify')
  await awake(who.page)
}

/** Signs in by the link that a start printed and says who one is, as whoever runs the instance does for the first time. */
export async function signInFirst(who: Visitor, { signInLink }: RunningServer, name = 'Anna Vale'): Promise<void> {
  const { page } = who
  await signIn(who, signInLink)
  await field(page, say('people', 'name')).fill(name)
  await field(page, say('people', 'address')).fill('anna@river.invalid')
  await button(page, say('people', 'welcome.submit')).click()
  await page.waitForURL((url) => url.pathname !== '/welcome')
  await awake(page)
}
