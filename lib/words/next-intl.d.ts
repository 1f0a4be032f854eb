import type { Messages } from '#messages/en.ts'

declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
    Locale: 'en'
  }
}
