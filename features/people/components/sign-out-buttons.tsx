'use client'
import { Button } from '#components/actions/button.tsx'
import { ConfirmDialog } from '#components/overlays/confirm-dialog.tsx'
import { leave } from './account-menu.tsx'

export type SignOutButtonsProps = {
  readonly name: string
  readonly words: { readonly signOut: string; readonly everywhere: string; readonly everywhereMeans: string }
}

/** Out of this browser, or out of all. */
export function SignOutButtons({ name, words }: SignOutButtonsProps) {
  const everywhere = async () => {
    await leave('DELETE /sessions')
    return undefined
  }
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => leave('DELETE /session')}>{words.signOut}</Button>
      <ConfirmDialog
        label={words.everywhere}
        title={words.everywhere}
        thing={name}
        confirmLabel={words.everywhere}
        onConfirm={everywhere}
        variant="quiet"
      >
        {words.everywhereMeans}
      </ConfirmDialog>
    </div>
  )
}
