/** From the operator's link to a scheduled first meeting, by mouse and keyboard, with every press counted. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { dayAhead } from './prepared-group.ts'
import {
  awake,
  button,
  expectSound,
  field,
  heading,
  link,
  mailedLink,
  type Visitor,
  visit,
  visitor,
} from './visitor.ts'

/** The most presses that it may take from the link to a scheduled first meeting. */
const mostPresses = 40

const headMail = 'tomas@reed.invalid'
const itemTitle = 'How we read together'

let server: RunningServer
let browser: Browser
let anna: Visitor
let hand: Hand

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  anna = await visitor(browser)
  hand = handOf(anna.page)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A person's hand on mouse and keyboard. A click and a key that acts count as a press each; typing does not. */
interface Hand {
  readonly presses: () => number
  readonly click: (control: Locator) => Promise<void>
  readonly key: (name: string) => Promise<void>
  /** Clicks into a field and types. */
  readonly fill: (control: Locator, text: string) => Promise<void>
  /** Types where the focus is. */
  readonly type: (text: string) => Promise<void>
}

function handOf(page: Page): Hand {
  let presses = 0
  const click = async (control: Locator) => {
    presses += 1
    await control.click()
  }
  return {
    presses: () => presses,
    click,
    key: async (name) => {
      presses += 1
      await page.keyboard.press(name)
    },
    fill: async (control, text) => {
      await click(control)
      await control.fill(text)
    },
    type: (text) => page.keyboard.type(text),
  }
}

describe('given an instance that was just started', () => {
  test('when its link is opened, then whoever started it is asked once who they are', async () => {
    const { page } = anna
    await visit(anna, server.signInLink)
    await hand.click(button(page, say('people', 'signIn')))
    await page.waitForURL(/\/welcome$/)
    await awake(page)
    await expectSound(anna)
    await hand.type('Anna Vale')
    await hand.fill(field(page, say('people', 'address')), 'anna@river.example')
    await hand.key('Enter')
    await page.waitForURL(/\/groups\/new$/)
  })

  test('when the four questions are answered, then the group is there with its parties, its text and an invitation', async () => {
    const { page } = anna
    await hand.click(page.getByRole('radio', { name: say('groups', 'founding.kinds.negotiation'), exact: true }))
    await hand.fill(field(page, say('groups', 'founding.name')), 'River council')
    const parties = field(page, say('groups', 'founding.parties'))
    await hand.fill(parties, `Upper Mills\nReed Harbour, Tomas Reis <${headMail}>`)
    await page.getByText(say('groups', 'founding.headInvited', { head: `Tomas Reis (${headMail})` })).waitFor()
    await hand.click(page.getByRole('radio', { name: 'Upper Mills', exact: true }))
    await page.reload()
    await awake(page)
    await expect.poll(() => parties.inputValue()).toContain(headMail)
    await expect.poll(() => page.getByRole('radio', { name: 'Upper Mills', exact: true }).isChecked()).toBe(true)
    await expectSound(anna)
    await hand.click(button(page, say('groups', 'founding.submit')))
    await page.waitForURL(/\/groups\/[0-9a-f-]{36}$/)
    await heading(page, 'River council').waitFor()
    // The offer to take it back comes along, and what comes next is one button.
    const toast = page.locator('.toast').filter({ hasText: say('groups', 'foundingBack.made') })
    await button(toast, say('components', 'page.undo')).waitFor()
    expect(await link(page.getByRole('main'), say('home', 'next.line.meeting')).count()).toBe(1)
    await page
      .getByRole('list', { name: say('home', 'next.waits') })
      .getByText(say('home', 'next.line.head-unanswered', { count: 1, titles: 'Reed Harbour', more: 0 }))
      .waitFor()
    await expectSound(anna)
    await mailedLink(server, headMail, '/invitations/')
  })

  test('when a first meeting is planned on the text, then it is scheduled within the presses that it may take', async () => {
    const { page } = anna
    await hand.click(link(page.getByRole('navigation'), say('groups', 'nav.meetings')))
    await hand.click(link(page, say('meetings', 'new')).first())
    await page.waitForURL(/\/meetings\/new$/)
    await awake(page)
    await hand.click(page.getByRole('radio', { name: say('meetings', 'kind.bilateral'), exact: true }))
    // There is nothing to choose: a bilateral needs both parties that there are.
    for (const name of ['Upper Mills', 'Reed Harbour'])
      expect(await page.getByRole('checkbox', { name, exact: true }).isChecked()).toBe(true)
    await hand.fill(field(page, say('meetings', 'begin.name')), 'First meeting')
    await hand.fill(field(page, say('meetings', 'time.date')), dayAhead(14))
    await hand.fill(field(page, say('meetings', 'time.clock')), '10:00')
    await hand.click(button(page, say('meetings', 'begin.create')))
    await page.waitForURL(/\/plan$/)
    await hand.click(button(page, say('meetings', 'agenda.add')))
    const form = page.getByRole('dialog', { name: say('meetings', 'item.new'), exact: true })
    await hand.fill(field(form, say('meetings', 'item.title')), itemTitle)
    await hand.click(button(form, say('texts', 'picker.add')))
    const picker = page.getByRole('dialog', { name: say('texts', 'picker.title'), exact: true })
    for (const ordinal of [3, 4]) await hand.click(picker.locator(`[data-ordinal="${ordinal}"]`))
    await hand.click(button(picker, say('texts', 'picker.cite')))
    await picker.waitFor({ state: 'detached' })
    await hand.click(button(form, say('meetings', 'item.add')))
    await form.waitFor({ state: 'detached' })
    await heading(page, itemTitle).waitFor()
    await hand.click(button(page, say('meetings', 'schedule.submit')))
    await page.getByText(say('meetings', 'state.scheduled'), { exact: true }).waitFor()
    await page.getByText('1 ¶1', { exact: false }).first().waitFor()
    // Whoever is invited is not asked for once more, but waited for.
    await page.getByText(say('meetings', 'next.awaited', { count: 1, names: 'Reed Harbour' })).waitFor()
    await link(page, say('meetings', 'next.sendAgain', { party: 'Reed Harbour' })).waitFor()
    expect(await link(page, say('meetings', 'next.head.none', { party: 'Reed Harbour' })).count()).toBe(0)
    await expectSound(anna)
    console.info(`From the link to a scheduled first meeting: ${hand.presses()} presses.`)
    expect(hand.presses()).toBeLessThanOrEqual(mostPresses)
  })

  test('when the invited head comes, then they say their own name, and are offered the text beside the naming of others', async () => {
    const tomas = await visitor(browser, 'phone')
    const { page } = tomas
    await visit(tomas, await mailedLink(server, headMail, '/invitations/'))
    await page.getByText(say('invitations', 'nameLeadGiven', { inviter: 'Anna Vale', name: 'Tomas Reis' })).waitFor()
    await field(page, say('invitations', 'answer.name')).fill('Tomas Reis')
    await button(page, say('invitations', 'answer.accept')).click()
    await page.waitForURL(/\/groups\/[0-9a-f-]{36}$/)
    await awake(page)
    const main = page.getByRole('main')
    expect(await link(main, say('home', 'next.line.name-people', { title: 'Reed Harbour' })).count()).toBe(1)
    await expectSound(tomas)
    await main.getByRole('link', { name: /^Read Word for Word/ }).click()
    await page.waitForURL(/\/texts\/[0-9a-f-]{36}/)
    await visit(anna, anna.page.url())
    await anna.page
      .getByText(say('meetings', 'next.awaited', { count: 1, names: 'Reed Harbour' }))
      .waitFor({ state: 'detached' })
    await tomas.context.close()
  })
})
