import { read } from '#lib/api/send.ts'

/** Asks for what a dialog of the plan shows: the plan as it is now, and the parties of the group where one chooses among them. */
export async function askPlan(groupId: string, meetingId: string, opens: string) {
  const asked = await read({ route: 'GET /meetings/{meetingId}', params: { meetingId } })
  if (!asked.ok) return asked
  const plan = asked.view
  if (opens !== 'parties') return { ok: true, view: { plan, choices: [] } } as const
  const parties = await read({ route: 'GET /groups/{groupId}/parties', params: { groupId } })
  if (!parties.ok) return parties
  return { ok: true, view: { plan, choices: parties.view.parties.filter(({ leftAt }) => leftAt === null) } } as const
}
