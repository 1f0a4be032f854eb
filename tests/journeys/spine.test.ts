/** From an empty instance to a published text that two parties read, each person through a browser of their own. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import {
  button,
  expectSound,
  field,
  heading,
  link,
  mailedLink,
  signIn,
  signInFirst,
  type Visitor,
  visit,
  visitor,
} from './visitor.ts'

const organizerMail = 'ines@river.invalid'
const headMail = 'tomas@reed.invalid'
const pasted = `# The shared river

4 min read

Why two towns measure

The water does not know where one town ends.
It carries to the second what the first let in. Whoever measures alone knows half of it.

Numbers that nobody sees change nothing.

They are shown within a week.
`

let server: RunningServer
let browser: Browser
let admin: Visitor
let ines: Visitor
let tomas: Visitor
let group: string
let text: string

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;[admin, ines, tomas] = [await visitor(browser), await visitor(browser), await visitor(browser, 'phone')]
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('given an empty instance', () => {
  test('when the start-up link is opened, then a group is made and its organizer invited by mail', async () => {
    const { page } = admin
    await signInFirst(admin, server)
    await visit(admin, `${server.baseUrl}/groups`)
    await expectSound(admin)
    await page.getByText(say('groups', 'newForOthers')).click()
    await field(page, say('groups', 'form.name')).fill('River council')
    await button(page, say('groups', 'form.create')).click()
    await button(page.locator('#invite'), say('invitations', 'inviteOrganizerOf', { group: 'River council' })).click()
    const dialog = page.getByRole('dialog')
    await field(dialog, say('invitations', 'form.address')).fill(organizerMail)
    await expectSound(admin)
    await button(dialog, say('invitations', 'form.submit')).click()
    await dialog.getByText(say('invitations', 'form.madeMail', { address: organizerMail })).waitFor()
  })

  test('when the organizer accepts, then she makes two parties and sits for one of them', async () => {
    const { page } = ines
    await visit(ines, await mailedLink(server, organizerMail, '/invitations/'))
    await expectSound(ines)
    await field(page, say('invitations', 'answer.name')).fill('Ines Duarte')
    await button(page, say('invitations', 'answer.accept')).click()
    await page.waitForURL(/\/groups\/[0-9a-f-]+$/)
    group = page.url()
    await visit(ines, `${group}/parties`)
    for (const [name, short] of [
      ['Upper Mills', 'Mills'],
      ['Reed Harbour', 'Reed'],
    ] as const) {
      await field(page, say('parties', 'form.name')).fill(name)
      await field(page, say('parties', 'form.shortName')).fill(short)
      const zone = page.getByRole('combobox', { name: say('parties', 'form.timeZone') })
      await zone.fill('Lisbon')
      await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
      await button(page, say('parties', 'form.create')).click()
      await page.waitForURL(/\/parties\/[0-9a-f-]+$/)
      await heading(page, name).waitFor()
      if (name === 'Upper Mills') {
        await button(page, say('parties', 'sit')).click()
        await page.getByText(say('parties', 'yours', { role: say('parties', 'role.head') })).waitFor()
        await expectSound(ines)
        await visit(ines, `${group}/parties`)
      }
    }
  })

  test('when a head is invited by a link that is handed over, then he comes in by mail and says who he is', async () => {
    await button(ines.page, say('invitations', 'inviteHead')).click()
    const dialog = ines.page.getByRole('dialog')
    await dialog.getByLabel(say('invitations', 'form.byLink')).check()
    await button(dialog, say('invitations', 'form.submit')).click()
    const handed = (await dialog.getByText(/^http\S+$/).textContent()) ?? ''
    await visit(tomas, handed)
    await field(tomas.page, say('invitations', 'answer.email')).fill(headMail)
    await expectSound(tomas)
    await button(tomas.page, say('invitations', 'answer.send')).click()
    await signIn(tomas, await mailedLink(server, headMail, '/verify'))
    await field(tomas.page, say('invitations', 'answer.name')).fill('Tomas Reis')
    await expectSound(tomas)
    await button(tomas.page, say('invitations', 'answer.accept')).click()
    await tomas.page.waitForURL(/\/groups\/[0-9a-f-]+$/)
    await heading(tomas.page, say('home', 'welcome.title')).waitFor()
    await tomas.page.getByText(say('home', 'welcome.party.head', { party: 'Reed' })).waitFor()
    await expectSound(tomas)
  })

  test('when a text is pasted, then its furniture is dropped, passages are merged, split and retyped, and it is published', async () => {
    const { page } = ines
    await visit(ines, `${group}/texts/new`)
    await field(page, say('texts', 'new.paste')).fill(pasted)
    await button(page, say('texts', 'new.send')).click()
    await page.waitForURL(/\/import$/)
    const furniture = say('texts', 'suspect.reading-time')
    await button(page, `${say('texts', 'editor.drop')}: ${furniture}`).click()
    await link(page, `${say('texts', 'draftPage.show')}: ${furniture}`).waitFor({ state: 'detached' })
    const rows = page.getByRole('list', { name: say('texts', 'editor.label') }).getByRole('listitem')
    const row = (words: string) => rows.filter({ hasText: words })
    const open = (words: string) => row(words).locator('button[aria-expanded]').click()
    await open('Why two towns')
    await row('Why two towns').getByLabel(say('texts', 'editor.kind')).selectOption('heading-2')
    await page.locator('[data-kind=heading]', { hasText: 'Why two towns' }).waitFor()
    await open('Numbers that nobody')
    await button(row('Numbers that nobody'), say('texts', 'editor.mergeNext')).click()
    await row('Numbers that nobody').filter({ hasText: 'within a week' }).waitFor()
    await open('The water does not')
    await button(row('The water does not'), say('texts', 'editor.split')).click()
    const area = row('The water does not').getByRole('textbox')
    const at = (await area.inputValue()).indexOf('Whoever')
    for (let step = 0; step < at; step += 1) await area.press('ArrowRight')
    await button(page, say('texts', 'editor.splitHere')).click()
    await row('Whoever measures').filter({ hasNotText: 'The water does not' }).waitFor()
    await expectSound(ines)
    await button(page, say('texts', 'draftPage.publish')).click()
    await page.waitForURL(/\/texts\/[0-9a-f-]+([?#].*)?$/)
    text = page.url().replace(/[?#].*/, '')
    await expectSound(ines)
    await visit(tomas, `${text}/p/3`)
    await tomas.page.getByText('The water does not know').first().waitFor()
    await expectSound(tomas)
  })
})
