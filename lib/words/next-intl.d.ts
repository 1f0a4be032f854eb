import type { Messages } from '#messages/en.ts'
import type { LanguageTag } from '#messages/languages.ts'

declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
    Locale: LanguageTag
  }
}
