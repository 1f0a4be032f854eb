import { read } from '#lib/api/send.ts'
import type { PlanView } from '../views/plan.ts'

/**
 * Asks for what a dialog of the plan shows: the plan as it is now, the parties of the group where one chooses among them, and what hangs on
 * an item where it is to be removed.
 */
export async function askPlan(groupId: string, meetingId: string, opens: string) {
  const asked = await read({ route: 'GET /meetings/{meetingId}', params: { meetingId } })
  if (!asked.ok) return asked
  const plan = asked.view
  const [name, itemId = ''] = opens.split(' ')
  const view = { plan, choices: [], hangsOnIt: name === 'remove-item' && (await hangsOn(plan, itemId)) }
  if (name !== 'parties') return { ok: true, view } as const
  const parties = await read({ route: 'GET /groups/{groupId}/parties', params: { groupId } })
  if (!parties.ok) return parties
  return { ok: true, view: { ...view, choices: parties.view.parties.filter(({ leftAt }) => leftAt === null) } } as const
}

/** Whether homework or conclusions hang on the item, or it stands on an agenda that was told; also where that is not known. */
async function hangsOn({ id: meetingId, state }: PlanView, itemId: string): Promise<boolean> {
  if (state !== 'draft') return true
  const params = { meetingId }
  const [prepared, concluded] = await Promise.all([
    read({ route: 'GET /meetings/{meetingId}/preparation', params }),
    read({ route: 'GET /meetings/{meetingId}/conclusions', params }),
  ])
  if (!prepared.ok || !concluded.ok) return true
  const { assignments } = prepared.view
  return (
    assignments.some(({ item }) => item?.id === itemId) ||
    concluded.view.items.some(({ item, conclusions }) => item?.id === itemId && conclusions.length > 0)
  )
}
