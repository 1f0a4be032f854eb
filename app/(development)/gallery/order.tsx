'use client'
import { useState } from 'react'
import { ItemTitle } from '#components/collections/item-list.tsx'
import { ReorderList } from '#components/collections/reorder-list.tsx'

const ITEMS = [
  { id: 'a', name: 'What each weir holds', minutes: 20 },
  { id: 'b', name: 'Reports of experience from the dry year', minutes: 35 },
  { id: 'c', name: 'Who opens the sluices, and when', minutes: 25 },
]

export function Order() {
  const [order, setOrder] = useState<readonly string[]>(ITEMS.map((item) => item.id))
  const items = order.flatMap((id) => ITEMS.find((item) => item.id === id) ?? [])
  return (
    <ReorderList
      label="Agenda"
      items={items.map(({ id, name, minutes }) => ({
        id,
        name,
        content: (
          <>
            <ItemTitle as="span">{name}</ItemTitle> <span className="text-sm text-soft">{minutes} min</span>
          </>
        ),
      }))}
      onReorder={setOrder}
    />
  )
}
