/** A bilateral from its homework to its agreed record, and back from a passage to everything that happened to it. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Download, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '#lib/words/say.ts'
import { openBrowser } from '#tests/setup/browser.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'
import { dayAhead, type PreparedGroup, preparedGroup, scheduledBilateral } from './prepared-group.ts'
import { awake, button, expectSound, field, heading, link, pickPassages, type Visitor, visit } from './visitor.ts'

const measured = 'Who measures'
const shown = 'What is shown to whom'
const title = 'One gauge at the weir'
const wording = 'Both towns measure at the weir, every week.'
const changed = 'Both towns measure at the weir, every day.'
const promised = 'Set up the gauge'

let server: RunningServer
let browser: Browser
let group: PreparedGroup
let ines: Visitor
let tomas: Visitor
let meeting: string
let conclusion: string
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concordance-record-'))
  server = await startServer()
  browser = await openBrowser()
  group = await preparedGroup(server, browser)
  ;({ ines, tomas } = group)
  meeting = await scheduledBilateral(group, 'What we measure', [measured, shown])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** What Home asks of somebody, by words of the line. */
async function asked(who: Visitor, line: string): Promise<Locator> {
  await visit(who, group.baseUrl)
  const ask = who.page.getByRole('list', { name: say('home', 'asked') }).getByRole('link', { name: line })
  await ask.waitFor()
  return ask
}

/** From Home to the answer in two presses: the line that asks, and the button that consents. */
async function consentFromHome(who: Visitor, line: string, words: string): Promise<void> {
  await (await asked(who, line)).click()
  const consent = button(who.page, words)
  await consent.waitFor()
  await awake(who.page)
  await consent.click()
  await consent.waitFor({ state: 'detached' })
}

describe('given a scheduled bilateral', () => {
  test('when a passage is given to prepare, then Home asks for it, it is done in the reader, and readiness says so', async () => {
    const { page } = ines
    await visit(ines, `${meeting}/prepare`)
    await page.getByRole('radio', { name: say('preparation', 'asRole.organizer') }).check()
    await page.getByRole('radio', { name: say('preparation', 'kind.prepare-position') }).check()
    await pickPassages(page, page, [3, 4])
    await page.getByRole('checkbox', { name: 'Reed Harbour' }).check()
    await field(page, say('preparation', 'form.dueOn')).fill(dayAhead(7))
    await expectSound(ines)
    await button(page, say('preparation', 'form.submit')).click()
    await page.getByText(say('preparation', 'form.givenToast')).waitFor()
    const readiness = page.getByRole('table', { name: say('preparation', 'readiness') })
    const reed = readiness.getByRole('row').filter({ hasText: 'Reed Harbour' })
    await reed.getByText(say('preparation', 'unprepared')).waitFor()
    await expectSound(ines)
    await (await asked(tomas, say('home', 'ask.homework.prepare-position', { title: '1 ¶1' }))).click()
    await tomas.page.waitForURL(/\/prepare#homework-/)
    await expectSound(tomas)
    const mine = tomas.page.getByRole('list', { name: say('preparation', 'mine') })
    await mine.getByRole('link').first().click()
    await tomas.page.waitForURL(/\/p\/3/)
    await expectSound(tomas)
    await link(tomas.page, say('texts', 'reader.inContext')).click()
    await tomas.page.waitForURL(/\/texts\/[0-9a-f-]+(\?.*)?#/)
    await expectSound(tomas)
    await awake(tomas.page)
    await button(tomas.page, say('preparation', 'markDone')).click()
    await button(tomas.page, say('preparation', 'markNotDone')).waitFor()
    await page.reload()
    await reed.getByText(say('preparation', 'ofCount', { done: 1, assigned: 1 })).waitFor()
    await reed.getByText(say('preparation', 'prepared'), { exact: true }).waitFor()
  })

  test('when it is opened, then everybody sees what it is at and who is here, and the rapporteur takes notes', async () => {
    const { page } = ines
    const { mara } = group
    await visit(ines, `${meeting}/floor`)
    await page.getByText(say('floor', 'openAnyway')).waitFor()
    await expectSound(ines)
    await button(page, say('floor', 'open')).click()
    await button(page, say('floor', 'startFirst')).click()
    await heading(page, measured).waitFor()
    await button(page, say('floor', 'iAmHere')).click()
    await button(page, say('floor', 'iLeave')).waitFor()
    await expectSound(ines)
    await visit(mara, `${meeting}/floor`)
    const note = 'Both see the same river at another height.'
    await mara.page.getByRole('textbox', { name: say('floor', 'noteForm.of', { title: measured }) }).fill(note)
    await button(mara.page, say('floor', 'noteForm.save')).click()
    await mara.page.getByText(say('floor', 'noteForm.saved')).waitFor()
    await expectSound(mara)
    await visit(tomas, meeting)
    await tomas.page.waitForURL(/\/floor$/)
    await button(tomas.page, say('floor', 'iAmHere')).click()
    await button(tomas.page, say('floor', 'iLeave')).waitFor()
    await heading(tomas.page, measured).waitFor()
    await tomas.page
      .getByRole('region', { name: say('floor', 'passages') })
      .getByText('The water does')
      .waitFor()
    for (const words of [note, 'Ines Duarte', 'Tomas Reis']) await tomas.page.getByText(words).first().waitFor()
    await expectSound(tomas)
    await button(page, say('floor', 'finish')).click()
    await page.getByText(say('floor', 'noItem')).waitFor()
  })

  test('when a draft gets a second version, then what changed is shown word by word, and it is put', async () => {
    const { page } = ines
    await visit(ines, `${meeting}/conclusions`)
    await expectSound(ines)
    await page
      .getByRole('link')
      .filter({ hasText: `${say('conclusions', 'list.openHere')}: ${measured}` })
      .click()
    await page.waitForURL(/\/conclusions\/new/)
    await awake(page)
    await field(page, say('conclusions', 'form.name')).fill(title)
    await field(page, say('conclusions', 'form.kind')).selectOption('cooperation')
    await field(page, say('conclusions', 'form.wording')).fill(wording)
    await pickPassages(page, page, [3])
    const first = page.getByRole('group', { name: say('conclusions', 'form.commitment', { number: 1 }) })
    await field(first, say('conclusions', 'form.what')).fill(promised)
    await field(first, say('conclusions', 'form.who')).selectOption({ label: 'Reed Harbour' })
    await field(first, say('conclusions', 'form.due')).fill(dayAhead(30))
    await expectSound(ines)
    await button(page, say('conclusions', 'form.saveNew')).click()
    await page.waitForURL(/\/conclusions\/[0-9a-f-]{36}$/)
    conclusion = page.url()
    await link(page, say('conclusions', 'acts.revise')).click()
    await page.waitForURL(/\/edit$/)
    await awake(page)
    await field(page, say('conclusions', 'form.wording')).fill(changed)
    await expectSound(ines)
    await button(page, say('conclusions', 'form.saveEdit', { next: 2 })).click()
    await page.waitForURL(conclusion)
    await page.locator('summary', { hasText: say('conclusions', 'versions.name', { version: 2 }) }).click()
    await link(page, say('conclusions', 'versions.changes', { from: 1, to: 2 })).click()
    await page.locator('ins', { hasText: 'day' }).waitFor()
    await page.locator('del', { hasText: 'week' }).waitFor()
    await expectSound(ines)
    await awake(page)
    const put = say('conclusions', 'acts.put', { version: 2 })
    await button(page, put).click()
    await button(page.getByRole('dialog'), put).click()
    await page.getByText(say('conclusions', 'asked.stance', { version: 2, party: 'Upper Mills' })).waitFor()
    await expectSound(ines)
    // Whoever meets finds it under its item, and the answer that it waits for.
    await visit(tomas, `${meeting}/floor`)
    await tomas.page
      .getByRole('listitem')
      .filter({ hasText: measured })
      .getByRole('link', { name: title, exact: true })
      .click()
    await tomas.page.waitForURL(/#conclusion$/)
    await tomas.page.getByText(changed).first().waitFor()
  })

  test('when both heads consent, one of them on a phone, then it is adopted for both', async () => {
    const line = say('home', 'ask.stance', { title })
    const consent = say('conclusions', 'answer.consent', { version: 2 })
    await consentFromHome(tomas, line, consent)
    await consentFromHome(ines, line, consent)
    for (const who of [ines, tomas]) {
      await visit(who, conclusion)
      await who.page.getByText(say('conclusions', 'outcome.adopted')).waitFor()
      await expectSound(who)
    }
  })

  test('when it is closed, then what is open goes on, and both parties agree on its record', async () => {
    const { page } = ines
    await visit(ines, `${meeting}/floor/close`)
    const of = (thing: string) => page.getByRole('group', { name: thing })
    await of(measured)
      .getByRole('radio', { name: say('floor', 'closing.settled') })
      .check()
    await of(shown)
      .getByRole('radio', { name: say('floor', 'closing.carry') })
      .check()
    await of(promised)
      .getByRole('radio', { name: say('floor', 'closing.staysOpen') })
      .check()
    await field(page, say('floor', 'closing.newTitle')).fill('What we show')
    await expectSound(ines)
    await button(page, say('floor', 'closing.submit')).click()
    await page.waitForURL(/\/conclusions$/)
    await visit(ines, `${meeting}/record`)
    await expectSound(ines)
    await button(page, say('records', 'put.label')).click()
    await button(page.getByRole('dialog'), say('records', 'put.confirm')).click()
    await page.getByRole('heading', { name: say('conclusions', 'answer.title') }).waitFor()
    const line = say('home', 'ask.stanceRecord', { title: 'What we measure' })
    await consentFromHome(tomas, line, say('conclusions', 'answer.agree'))
    await consentFromHome(ines, line, say('conclusions', 'answer.agree'))
    for (const who of [ines, tomas]) {
      await visit(who, `${meeting}/record`)
      await who.page.getByText(say('records', 'state.agreed')).waitFor()
      await link(who.page, say('records', 'next.plan')).waitFor()
      await expectSound(who)
    }
    await visit(ines, `${meeting}/record/entries`)
    await expectSound(ines)
    // What was carried over has its next meeting already: planning that is one press from the minutes.
    await visit(tomas, `${meeting}/record`)
    await link(tomas.page, say('records', 'next.plan')).click()
    await heading(tomas.page, 'What we show').waitFor()
    await heading(tomas.page, shown).waitFor()
  })
})

describe('given an agreed record', () => {
  const download = async (name: string): Promise<string> => {
    const got: Promise<Download> = ines.page.waitForEvent('download')
    await link(ines.page, name).click()
    const file = path.join(folder, name.replaceAll(/\W/g, ''))
    await (await got).saveAs(file)
    return file
  }
  const verify = (file: string) => spawnSync(process.execPath, ['scripts/verify.mjs', file], { encoding: 'utf8' })

  test('when it is exported, then it is read as text, and holds offline until a byte is changed', async () => {
    await visit(ines, `${meeting}/record`)
    const text = await readFile(await download(say('records', 'export.markdown')), 'utf8')
    for (const words of [changed, promised, measured, 'Tomas Reis']) expect(text).toContain(words)
    const file = await download(say('records', 'export.json'))
    const whole = verify(file)
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining(say('records', 'verify.intact'))])
    await visit(tomas, `${group.baseUrl}/verify-record`)
    await tomas.page.getByLabel(say('records', 'verify.file')).setInputFiles(file)
    await button(tomas.page, say('records', 'verify.check')).click()
    await tomas.page.getByText(say('records', 'verify.intact')).waitFor()
    await expectSound(tomas)
    await writeFile(file, (await readFile(file, 'utf8')).replace('every day', 'every dax'))
    const broken = verify(file)
    expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining(say('records', 'verify.broken'))])
  })

  test('when somebody comes to a passage, then it tells what was prepared, discussed and concluded, and the conclusion leads back', async () => {
    const { page } = tomas
    await visit(tomas, `${group.textUrl}/p/3`)
    const list = (name: string) => page.getByRole('list', { name, exact: true })
    await list(say('texts', 'concordance.assigned')).getByText(say('preparation', 'kind.prepare-position')).waitFor()
    await link(list(say('texts', 'concordance.discussed')), measured).waitFor()
    const concluded = list(say('texts', 'concordance.concluded'))
    await concluded.getByText(say('conclusions', 'state.adopted')).waitFor()
    await expectSound(tomas)
    await link(concluded, title).click()
    await page.waitForURL(conclusion)
    await heading(page, title).waitFor()
    for (const version of [1, 2])
      await page.locator('summary', { hasText: say('conclusions', 'versions.name', { version }) }).waitFor()
    const answers = page.getByRole('table', { name: say('conclusions', 'stances.caption', { version: 2 }) })
    for (const name of ['Ines Duarte', 'Tomas Reis']) {
      const row = answers.getByRole('row').filter({ hasText: name })
      await row.getByText(say('conclusions', 'stance.consent'), { exact: true }).waitFor()
      await row.locator('time').waitFor()
    }
    await heading(page, 'What we measure').waitFor()
    await page.getByText(measured).first().waitFor()
    // What asks the browser to print fetches the passages first: paper holds them whole.
    await awake(page)
    await page.evaluate(() => {
      window.print = () =>
        document.body.setAttribute('data-printed', document.querySelector('#passages-cited')?.tagName ?? '')
    })
    await page.keyboard.press('Control+p')
    await page.locator('body[data-printed="SECTION"]').waitFor()
    await page.emulateMedia({ media: 'print' })
    await heading(page, say('records', 'passages.title')).waitFor()
    expect(await page.getByText('…').filter({ visible: true }).count()).toBe(0)
    // What is the reader's alone, or leads elsewhere, is no part of the document.
    for (const left of [say('conclusions', 'answer.title'), say('conclusions', 'page.sharing')])
      expect(await heading(page, left).filter({ visible: true }).count()).toBe(0)
    expect(await link(page, say('conclusions', 'versions.changes', { from: 1, to: 2 })).isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
    await page
      .getByRole('list', { name: say('conclusions', 'page.passages') })
      .getByRole('link')
      .first()
      .click()
    await page.waitForURL(/\/p\/3/)
  })
})
