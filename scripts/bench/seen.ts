/** What somebody sees who opens a page for the first time: when, how long it is deaf, and whether anything shifts. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#tests/setup/browser.ts'
import { judgedPages, trivialPath } from './addresses.ts'
import { freshContext, REST_MS } from './browser.ts'
import type { Instance } from './instance.ts'
import { compared, measured, median, type Result } from './result.ts'

/** As a multiple of the trivial page's time. */
const SEEN_LIMIT = 2
/** In milliseconds, at a processor that is this many times slower. */
const BLOCKED_LIMIT_MS = 100
const SLOWER = 4
/** The sum of what shifts (web.dev/cls), where nothing does. */
const SHIFT_LIMIT = 0
/** A task is long from here on, and what it takes beyond is what somebody waits for (W3C, Long Tasks API). */
const LONG_TASK_MS = 50

interface Seen {
  /** The first words or pictures, and the largest of them, from the click on the address, in milliseconds. */
  readonly firstMs: number
  readonly largestMs: number
  readonly shifted: number
  readonly blockedMs: number
}

/** Each page in turns with the trivial one, each time in a browser that has nothing of the instance. */
export async function measureSeen(instance: Instance, rounds: number): Promise<readonly Result[]> {
  const browser = await openBrowser()
  try {
    const results: Result[] = []
    for (const { name, path } of judgedPages(instance.prepared)) {
      const [own, base]: readonly [Seen[], Seen[]] = [[], []]
      for (let n = 0; n < rounds; n++) {
        own.push(await look(browser, instance, path))
        base.push(await look(browser, instance, trivialPath))
      }
      const slow: Seen[] = []
      for (let n = 0; n < rounds; n++) slow.push(await look(browser, instance, path, SLOWER))
      results.push(
        compared(`${name}: first seen`, middle(own, 'firstMs'), 'ms', middle(base, 'firstMs'), null),
        compared(`${name}: seen`, middle(own, 'largestMs'), 'ms', middle(base, 'largestMs'), SEEN_LIMIT),
        measured(`${name}: blocked, ${SLOWER} × slower`, middle(slow, 'blockedMs'), 'ms', BLOCKED_LIMIT_MS),
        measured(`${name}: shifted`, Math.max(...own.map(({ shifted }) => shifted)), '', SHIFT_LIMIT),
      )
    }
    return results
  } finally {
    await browser.close()
  }
}

function middle(looks: readonly Seen[], what: keyof Seen): number {
  return median(looks.map((one) => one[what]))
}

async function look(browser: Browser, instance: Instance, path: string, slower = 1): Promise<Seen> {
  const context = await freshContext(browser, instance)
  try {
    const page = await context.newPage()
    await page.addInitScript(watch, LONG_TASK_MS)
    if (slower > 1) {
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    }
    await page.goto(instance.baseUrl + path, { waitUntil: 'networkidle' })
    await page.waitForTimeout(REST_MS)
    return await told(page)
  } finally {
    await context.close()
  }
}

/** What the page's own observers have noted. */
function told(page: Page): Promise<Seen> {
  return page.evaluate(() => (globalThis as unknown as { concordanceSeen: Seen }).concordanceSeen)
}

/** Runs in the page, before anything of it: notes what the browser tells of itself. */
function watch(longTaskMs: number): void {
  const seen = { firstMs: Number.NaN, largestMs: Number.NaN, shifted: 0, blockedMs: 0 }
  Object.assign(globalThis, { concordanceSeen: seen })
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry)
    }).observe({ type, buffered: true })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstMs = startTime
  })
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largestMs = startTime
  })
  observe('layout-shift', (entry) => {
    seen.shifted += (entry as PerformanceEntry & { readonly value: number }).value
  })
  observe('longtask', ({ duration }) => {
    seen.blockedMs += Math.max(0, duration - longTaskMs)
  })
}
