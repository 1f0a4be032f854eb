/** Browsers as the bench needs them. */
import type { Browser, BrowserContext } from 'playwright-core'
import type { Instance } from './instance.ts'

/** The least that is waited for nothing more to happen on a page, in milliseconds. */
export const REST_MS = 500

/** A browser that has seen nothing yet, signed in as somebody who sees most. Close it when done. */
export async function freshContext(browser: Browser, { baseUrl, prepared }: Instance): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = prepared.cookie.split(/=(.*)/)
  await context.addCookies([{ name, value, url: baseUrl }])
  return context
}
