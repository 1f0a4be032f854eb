/** Going on within the product, against opening the same page anew. */
import type { Page } from 'playwright-core'
import { openBrowser } from '#tests/setup/browser.ts'
import { freshContext, REST_MS } from './browser.ts'
import type { Instance } from './instance.ts'
import { compared, median, type Result } from './result.ts'

/** As a share of the full load. */
const LIMIT = 0.5

/** Where a link stands, and where it leads. */
interface Way {
  readonly name: string
  readonly from: string
  readonly to: string
}

function waysOf({ prepared: { groupId, textId, meetingId } }: Instance): readonly Way[] {
  const group = `/groups/${groupId}`
  return [
    { name: 'From the texts to a text', from: `${group}/texts`, to: `${group}/texts/${textId}` },
    { name: 'From the meetings to a plan', from: `${group}/meetings`, to: `${group}/meetings/${meetingId}` },
  ]
}

/** From the click on a link until its page is painted, against the same page opened by its address; in one browser that has the scripts. */
export async function measureNavigation(instance: Instance, rounds: number): Promise<readonly Result[]> {
  const browser = await openBrowser()
  try {
    const results: Result[] = []
    for (const way of waysOf(instance)) {
      const [within, anew]: readonly [number[], number[]] = [[], []]
      const context = await freshContext(browser, instance)
      const page = await context.newPage()
      for (let n = 0; n <= rounds; n++) {
        const went = await follow(page, instance, way)
        const opened = await open(page)
        // The first of each fetches the scripts.
        if (n === 0) continue
        within.push(went)
        anew.push(opened)
      }
      await context.close()
      results.push(compared(way.name, median(within), 'ms', median(anew), LIMIT))
    }
    return results
  } finally {
    await browser.close()
  }
}

/** Clicks on the link; the milliseconds until the heading of another page is painted. */
async function follow(page: Page, { baseUrl }: Instance, { from, to }: Way): Promise<number> {
  await page.goto(baseUrl + from, { waitUntil: 'networkidle' })
  await page.waitForTimeout(REST_MS)
  return page.evaluate(
    (path) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLAnchorElement>(`main a[href^="${path}"]`)
        if (link === null) return reject(new Error(`There is no link to ${path}.`))
        const before = document.querySelector('main h1')
        const began = performance.now()
        const painted = () =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
        const observer = new MutationObserver(() => {
          const heading = document.querySelector('main h1')
          if (!location.pathname.startsWith(path) || heading === null || heading === before) return
          observer.disconnect()
          painted()
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        link.click()
      }),
    to,
  )
}

/** Opens the page that is open anew; the milliseconds until the largest of it is painted. */
async function open(page: Page): Promise<number> {
  await page.goto(page.url(), { waitUntil: 'networkidle' })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}
