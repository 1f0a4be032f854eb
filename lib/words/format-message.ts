/** What next-intl writes its sentences with (next.config.js), on the server and in the browser: messages that are compiled already. */
import format, { type CompiledMessage, type FormatOptions, type FormatValues } from 'icu-minify/format'
import { keptFormatters } from './formatters.ts'

/** What next-intl says of a sentence besides. It has formatters of its own, which it makes anew for each request. */
type Said = Pick<FormatOptions, 'timeZone'> & { readonly locale: string }

/** @param _key where the sentence stands in the catalog, by which next-intl's own would keep what it parsed. */
export default function formatMessage<Rich = string>(
  _key: string,
  message: CompiledMessage,
  values: FormatValues<Rich> | undefined,
  { locale, timeZone }: Said,
) {
  return format<Rich>(message, locale, values, {
    formatters: keptFormatters,
    ...(timeZone === undefined ? {} : { timeZone }),
  })
}

/** next-intl asks: the text itself tells it nothing, since it is compiled. */
formatMessage.raw = false
