/** How much script a page loads in a browser, packed as it travels: at first, and once everything on it was opened. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#tests/setup/browser.ts'
import { trivialPath } from './addresses.ts'
import { ask } from './ask.ts'
import { freshContext } from './browser.ts'
import type { Instance } from './instance.ts'
import { measured, type Result } from './result.ts'

const INITIAL_KB = 40
const MORE_KB = 120

/** What stands on a page for opening something else. */
const openers = '[aria-haspopup]:visible'

/** Initially, and more by opening everything that can be opened, over what the framework loads for any page of its own. */
export async function measureScripts(instance: Instance, distDir: string): Promise<readonly Result[]> {
  const browser = await openBrowser()
  try {
    const floor = await floorOf(instance, distDir, await encodingsOf(browser, instance))
    const results = [measured('The framework’s floor', floor, 'kB')]
    for (const [name, at] of pagesOf(instance)) {
      const { initial, more } = await scriptsOf(browser, instance, at)
      results.push(measured(`${name}: initially, over the floor`, initial - floor, 'kB', INITIAL_KB))
      results.push(measured(`${name}: more once all is opened`, more, 'kB', MORE_KB))
    }
    return results
  } finally {
    await browser.close()
  }
}

function pagesOf({
  prepared: { groupId, textId, meetingId, stance },
}: Instance): readonly (readonly [string, string])[] {
  const group = `/groups/${groupId}`
  const meeting = `${group}/meetings/${meetingId}`
  return [
    ['Home', '/'],
    ['Group', group],
    ['Texts', `${group}/texts`],
    ['Text', `${group}/texts/${textId}`],
    ['Passage', `${group}/texts/${textId}/p/12`],
    ['New text', `${group}/texts/new`],
    ['Meetings', `${group}/meetings`],
    ['New meeting', `${group}/meetings/new`],
    ['Plan', `${meeting}/plan`],
    ['Prepare', `${meeting}/prepare`],
    ['Floor', `${meeting}/floor`],
    ['Conclusion', `${group}/meetings/${stance.meetingId}/conclusions/${stance.conclusionId}`],
    ['Record', `${group}/meetings/${stance.meetingId}/record`],
    ['Settings', `${group}/settings`],
  ]
}

/** The files that the build lists for every page, before any component of ours: the framework, React and the loader. */
async function floorOf(instance: Instance, distDir: string, encoding: string): Promise<number> {
  const manifest = JSON.parse(await readFile(path.join(distDir, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: readonly string[]
  }
  let bytes = 0
  for (const file of manifest.rootMainFiles)
    bytes += (await ask(instance, `/_next/${file}`, '', { encoding })).body.length
  return bytes / 1000
}

/** In which forms the browser takes an answer, as it says itself: the floor travels in the same. */
async function encodingsOf(browser: Browser, instance: Instance): Promise<string> {
  const context = await freshContext(browser, instance)
  const page = await context.newPage()
  const answer = await page.goto(instance.baseUrl + trivialPath)
  const sent = await answer?.request().allHeaders()
  await context.close()
  return sent?.['accept-encoding'] ?? 'gzip'
}

async function scriptsOf(
  browser: Browser,
  instance: Instance,
  at: string,
): Promise<{ readonly initial: number; readonly more: number }> {
  const context = await freshContext(browser, instance)
  const page = await context.newPage()
  const traffic = new Traffic(page)
  await page.goto(instance.baseUrl + at)
  await traffic.rest()
  const initial = traffic.scriptKb()
  await openEverything(page, traffic)
  const more = traffic.scriptKb() - initial
  await context.close()
  return { initial, more }
}

/** Opens every menu and dialog, and those within dialogs. */
async function openEverything(page: Page, traffic: Traffic): Promise<void> {
  const count = await page.locator(openers).count()
  for (let n = 0; n < count; n++) {
    await page.locator(openers).nth(n).click()
    await traffic.rest()
    const within = page.locator(`dialog[open] ${openers}`)
    for (let inner = 0; inner < (await within.count()); inner++) {
      await within.nth(inner).click()
      await traffic.rest()
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Escape')
  }
}

/** What a page asks of the server. */
class Traffic {
  readonly #sizes = new Map<string, number>()
  #running = 0
  #lastAt = 0

  constructor(page: Page) {
    page.on('request', () => {
      this.#running += 1
    })
    page.on('requestfailed', () => this.#ended())
    page.on('requestfinished', async (request) => {
      if (new URL(request.url()).pathname.endsWith('.js'))
        this.#sizes.set(request.url(), (await request.sizes()).responseBodySize)
      this.#ended()
    })
  }

  #ended(): void {
    this.#running -= 1
    this.#lastAt = performance.now()
  }

  /** Waits until nothing has been asked for a while. */
  async rest(): Promise<void> {
    do await wait(250)
    while (this.#running > 0 || performance.now() - this.#lastAt < 250)
  }

  scriptKb(): number {
    return [...this.#sizes.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000
  }
}
