/** A time while it is being typed: what it means for each party is said at once, also to those who only hear the page. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { asking, type PreparedGroup, preparedGroup } from './prepared-group.ts'
import { awake, button, expectSound, field, tabTo, visit } from './visitor.ts'

let server: RunningServer
let browser: Browser
let group: PreparedGroup

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  group = await preparedGroup(server, browser)
  const ask = asking(server.baseUrl)
  const reed = `/parties/${group.parties.reed}`
  const { name, shortName, timeZone } = await ask<Record<'name' | 'shortName' | 'timeZone', string>>(
    group.tomas,
    'GET',
    reed,
  )
  const anew = { name, shortName, timeZone: 'Pacific/Auckland' }
  await ask(group.tomas, 'PUT', reed, { ...anew, seen: { name, shortName, timeZone } })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('given two parties in Lisbon and Auckland', () => {
  test('when a meeting is planned, then their local times follow what is typed, and the night is said', async () => {
    const { page } = group.ines
    await visit(group.ines, `${group.url}/meetings/new`)
    await page.getByRole('radio', { name: say('meetings', 'kind.bilateral'), exact: true }).check()
    const status = page.locator('form [role=status]:not(.sr-only)')
    const times = page.getByRole('list', { name: say('meetings', 'time.local') })
    await field(page, say('meetings', 'time.date')).fill('2027-06-01')
    await field(page, say('meetings', 'time.clock')).fill('15:00')
    await field(page, say('meetings', 'time.duration')).fill('60')
    expect(await status.textContent()).toBe('')
    await page.getByRole('checkbox', { name: 'Upper Mills' }).check()
    await status.getByText(say('meetings', 'time.day')).waitFor()
    await page.getByRole('checkbox', { name: 'Reed Harbour' }).check()
    await status.getByText('At night for Reed: 02:00.').waitFor()
    const reed = times.getByRole('listitem').filter({ hasText: 'Reed' })
    expect(await reed.textContent()).toMatch(/2 Jun 2027.* 02:00–03:00 .*the day after.*at night.*Pacific\/Auckland/)
    await expectSound(group.ines)
    // By keyboard alone.
    await tabTo(page, field(page, say('meetings', 'time.clock')))
    // Where the browser counts to twelve, the letter chooses the half of the day; elsewhere it says nothing.
    await page.keyboard.type('0800a')
    await status.getByText(say('meetings', 'time.day')).waitFor()
    expect(await reed.textContent()).toContain('19:00–20:00')
    await field(page, say('meetings', 'time.duration')).fill('240')
    await status.getByText('At night for Reed: until 23:00.').waitFor()
  })

  test('when the time comes twice or not at all, then that is asked or said before it is sent', async () => {
    const { page } = group.ines
    const status = page.locator('form [role=status]:not(.sr-only)')
    await field(page, say('meetings', 'time.date')).fill('2027-03-28')
    await field(page, say('meetings', 'time.clock')).fill('01:30')
    await status.getByText(say('meetings', 'time.skipped')).waitFor()
    await field(page, say('meetings', 'time.date')).fill('2027-10-31')
    const which = page.getByRole('group', { name: say('meetings', 'time.fold') })
    await which.waitFor()
    await which.getByRole('radio', { name: say('meetings', 'time.later') }).check()
    const mills = page
      .getByRole('list', { name: say('meetings', 'time.local') })
      .getByRole('listitem')
      .first()
    await mills.getByText('01:30').waitFor()
    await field(page, say('meetings', 'begin.name')).fill('At night')
    await expectSound(group.ines)
    await button(page, say('meetings', 'begin.create')).click()
    await page.waitForURL(/\/plan$/)
    await awake(page)
    // While the form that schedules it tells the local times, nothing else does.
    const plan = page.getByRole('table', { name: say('meetings', 'when.localTitle') })
    await page
      .getByRole('list', { name: say('meetings', 'time.local') })
      .getByText(say('meetings', 'time.inTheNight'))
      .first()
      .waitFor()
    expect(await plan.count()).toBe(0)
    await button(page, say('meetings', 'schedule.submit')).click()
    await plan.getByText(say('meetings', 'when.inTheNight')).first().waitFor()
    await expectSound(group.ines)
  })

  test('when another time is offered, then the local times stand in that form too', async () => {
    const { tomas } = group
    const { page } = tomas
    const ask = asking(server.baseUrl)
    const { id } = await ask<{ id: string }>(group.ines, 'POST', `/groups/${group.id}/meetings/proposals`, {
      partyId: group.parties.mills,
      withPartyId: group.parties.reed,
      title: 'Gauges',
      time: { wall: '2027-06-01T08:00', timeZone: 'Europe/Lisbon', durationMinutes: 60 },
    })
    await visit(tomas, `${group.url}/meetings/${id}/plan`)
    // What is offered is told in the same words, before it is answered.
    await page
      .getByRole('list', { name: say('meetings', 'time.local') })
      .getByText('Reed')
      .waitFor()
    await page.getByText(say('meetings', 'time.day')).waitFor()
    await button(page, say('meetings', 'when.offerOther')).click()
    const dialog = page.getByRole('dialog')
    const said = dialog.locator('[role=status]:not(.sr-only)')
    await field(dialog, say('meetings', 'time.date')).fill('2027-06-01')
    await field(dialog, say('meetings', 'time.clock')).fill('19:00')
    await field(dialog, say('meetings', 'time.duration')).fill('60')
    await said.getByText(say('meetings', 'time.day')).waitFor()
    await field(dialog, say('meetings', 'time.clock')).fill('11:00')
    await dialog
      .getByRole('status')
      .getByText(/At night for Mills: 00:00/)
      .waitFor()
    await expectSound(tomas)
  })
})
