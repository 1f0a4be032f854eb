'use client'
import { useTranslations } from 'next-intl'
import { Broken } from '#components/frame/broken.tsx'

/** A page that broke. What happened stands in the server's log (instrumentation.ts) and nowhere else. */
export default function ErrorPage() {
  const t = useTranslations('components.broken')
  return <Broken words={{ broken: t('broken'), brokenMeans: t('brokenMeans'), tryAgain: t('tryAgain') }} />
}
