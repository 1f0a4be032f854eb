'use client'
import { useTranslations } from 'next-intl'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { RadioGroup } from '../forms/radio-group.tsx'

/** Light, dark, or as the device says. */
export type Theme = 'system' | 'light' | 'dark'

/** Kept for a year in a cookie, which the root layout reads: the first paint is already right. */
const YEAR = 31_536_000

/** Changes the theme at once. */
export function ThemeChoice({ label, theme }: { readonly label: string; readonly theme: Theme }) {
  const t = useTranslations('components.theme')
  const change = async (value: string) => {
    if (value === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = value
    const isSecure = location.protocol === 'https:'
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
    document.cookie = `${cookieName('theme', isSecure)}=${value}; path=/; max-age=${YEAR}; samesite=lax${isSecure ? '; secure' : ''}`
  }
  return (
    <RadioGroup
      label={label}
      name="theme"
      required
      defaultValue={theme}
      onChange={change}
      choices={[
        { value: 'system', label: t('themeSystem') },
        { value: 'light', label: t('themeLight') },
        { value: 'dark', label: t('themeDark') },
      ]}
    />
  )
}
