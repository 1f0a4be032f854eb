'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { ConfirmDialog } from '#components/overlays/confirm-dialog.tsx'
import { endAndLeave } from './account-menu.tsx'

export type SignOutButtonsProps = {
  readonly name: string
}

/** Out of this browser, or out of all. */
export function SignOutButtons({ name }: SignOutButtonsProps) {
  const t = useTranslations('people')
  const everywhere = async () => {
    await endAndLeave('DELETE /sessions')
    return undefined
  }
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => endAndLeave('DELETE /session')}>{t('signOut')}</Button>
      <ConfirmDialog
        label={t('signOutEverywhere')}
        title={t('signOutEverywhere')}
        thing={name}
        confirmLabel={t('signOutEverywhere')}
        onConfirm={everywhere}
        variant="quiet"
      >
        {t('signOutEverywhereMeans')}
      </ConfirmDialog>
    </div>
  )
}
