'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Menu, type MenuItem } from '#components/overlays/menu.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { read } from '#lib/api/send.ts'
import type { DemoHead } from '../views.ts'

type Props = {
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  readonly label: string
  readonly onChange: (partyId: string) => void
  /** What stands below the heads. */
  readonly more: readonly MenuItem[]
}

/** As whom one may look at the demo. The heads are asked for when it is opened: few are who look, and every page has it. */
export function PerspectiveMenu({ groupId, current, label, onChange, more }: Props) {
  const t = useTranslations('groups.menu')
  const own = useTranslations('components.page')
  const [heads, setHeads] = useState<readonly DemoHead[] | null>(null)
  const ask = async () => {
    const answer = await read({ route: 'GET /groups/{groupId}/perspectives', params: { groupId } })
    if (answer.ok) setHeads(answer.view)
    else showToast({ message: answer.problem.title })
  }
  const items: readonly MenuItem[] | null = heads && [
    ...heads.map(({ partyId, party, head }) => ({
      id: partyId,
      label: t('asHead', { head, party }),
      current: partyId === current,
      onSelect: () => onChange(partyId),
    })),
    ...more,
  ]
  const onOpen = () => {
    if (heads === null) void ask().catch(() => showToast({ message: own('failed') }))
  }
  return <Menu label={label} buttonSize="small" items={items} onOpen={onOpen} />
}
