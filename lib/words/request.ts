import { getRequestConfig } from 'next-intl/server'
import { catalogOf } from './catalog.ts'
import { pageLanguage } from './page-language.ts'

/** next-intl's question, once per request: which language and words. Times are shown in zones named by the page. */
export default getRequestConfig(async () => {
  const { tag } = await pageLanguage()
  return { locale: tag, messages: catalogOf(tag), timeZone: 'UTC' }
})
