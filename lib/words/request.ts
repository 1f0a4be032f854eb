import { getRequestConfig } from 'next-intl/server'
import { messages } from '#messages/en.ts'

/** next-intl's question, once per request: which language and words. English first; times are shown in zones named by the page. */
export default getRequestConfig(async () => ({ locale: 'en', messages, timeZone: 'UTC' }))
