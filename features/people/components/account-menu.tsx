'use client'
import { CircleUser } from 'lucide-react'
import { forgetDrafts } from '#components/forms/form-draft.ts'
import { Menu } from '#components/overlays/menu.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { useWords } from '#components/text/words.tsx'
import { send } from '#lib/api/send.ts'

export type AccountMenuProps = {
  /** Empty: they have not said it yet. */
  readonly name: string
  readonly words: { readonly account: string; readonly groups: string; readonly signOut: string }
}

/** Who one is, and the way out. */
export function AccountMenu({ name, words }: AccountMenuProps) {
  const { failed } = useWords()
  const signOut = () => {
    void leave('DELETE /session').catch(() => showToast({ message: failed }))
  }
  return (
    <Menu
      label={<bdi className="max-sm:sr-only">{name === '' ? words.account : name}</bdi>}
      icon={<CircleUser className="icon" aria-hidden />}
      items={[
        { id: 'groups', label: words.groups, href: '/groups' },
        { id: 'account', label: words.account, href: '/account' },
        { id: 'sign-out', label: words.signOut, onSelect: signOut },
      ]}
    />
  )
}

/** Ends sessions and leaves the page by a real load, so that nothing of it stays in this tab. */
export async function leave(route: 'DELETE /session' | 'DELETE /sessions'): Promise<void> {
  await send({ route })
  forgetDrafts()
  window.location.assign('/sign-in')
}
