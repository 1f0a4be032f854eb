'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { forgetDrafts } from '#components/forms/form-draft.ts'
import { gutterLook } from '#components/frame/gutter.ts'
import { Menu } from '#components/overlays/menu.tsx'
import { showToast } from '#components/overlays/toast.ts'
import type { Call } from '#lib/api/contract.ts'
import { send } from '#lib/api/send.ts'

export type PerspectiveBarProps = {
  /** Own path to go to after a change. */
  readonly to: string
  /** "This is the demo …" */
  readonly statement: string
  /** The heads as whom one may look at it; empty: one looks as somebody already, or may not. */
  readonly perspectives: readonly { readonly partyId: string; readonly label: string }[]
  /** Set while one looks as somebody else. */
  readonly back: string | null
  readonly lookAs: string
}

/** Says that this is the demo, lets its organizer look at it as a head, and leads back. */
export function PerspectiveBar({ to, statement, perspectives, back, lookAs }: PerspectiveBarProps) {
  const own = useTranslations('components')
  const change = (act: Call<'PUT /session/perspective' | 'DELETE /session/perspective'>) => {
    void send(act)
      .then((sent) => {
        // A real load: nothing that was shown to the one before stays in this tab.
        if (!sent.ok) return showToast({ message: sent.problem.title })
        forgetDrafts()
        window.location.assign(to)
      })
      .catch(() => showToast({ message: own('failed') }))
  }
  return (
    <div className={`${gutterLook} flex flex-wrap items-center gap-x-4 gap-y-1 py-1`}>
      <p className="min-w-0 flex-1 basis-56">{statement}</p>
      {back !== null && (
        <Button size="small" onClick={() => change({ route: 'DELETE /session/perspective' })}>
          {back}
        </Button>
      )}
      {perspectives.length > 0 && (
        <Menu
          label={lookAs}
          buttonSize="small"
          items={perspectives.map(({ partyId, label }) => ({
            id: partyId,
            label,
            onSelect: () => change({ route: 'PUT /session/perspective', body: { partyId } }),
          }))}
        />
      )}
    </div>
  )
}
