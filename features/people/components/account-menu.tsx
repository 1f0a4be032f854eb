'use client'
import { CircleUser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { forgetDrafts } from '#components/forms/form-draft.ts'
import { Menu } from '#components/overlays/menu.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { send } from '#lib/api/send.ts'

export type AccountMenuProps = {
  /** Empty: they have not said it yet. */
  readonly name: string
}

/** Who one is, and the way out. */
export function AccountMenu({ name }: AccountMenuProps) {
  const t = useTranslations('groups.menu')
  const own = useTranslations('components.page')
  const signOut = () => {
    void endAndLeave('DELETE /session').catch(() => showToast({ message: own('failed') }))
  }
  return (
    <Menu
      label={<bdi className="max-sm:sr-only">{name === '' ? t('account') : name}</bdi>}
      icon={<CircleUser aria-hidden />}
      items={[
        { id: 'groups', label: t('groups'), href: '/groups' },
        { id: 'account', label: t('account'), href: '/account' },
        { id: 'sign-out', label: t('signOut'), onSelect: signOut },
      ]}
    />
  )
}

/** Ends sessions and leaves the page by a real load, so that nothing of it stays in this tab. */
export async function endAndLeave(route: 'DELETE /session' | 'DELETE /sessions'): Promise<void> {
  await send({ route })
  forgetDrafts()
  window.location.assign('/sign-in')
}
