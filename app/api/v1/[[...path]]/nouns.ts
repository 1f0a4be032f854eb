import { commitmentRoutes } from '#features/conclusions/api/commitments.ts'
import { decidingRoutes } from '#features/conclusions/api/decide.ts'
import { conclusionRoutes } from '#features/conclusions/api/draft.ts'
import { foundRoutes } from '#features/conclusions/api/found.ts'
import { floorRoutes } from '#features/floor/api.ts'
import { groupRoutes } from '#features/groups/api.ts'
import { homeRoutes } from '#features/home/api.ts'
import { invitationRoutes } from '#features/invitations/api.ts'
import { agendaRoutes } from '#features/meetings/api/agenda.ts'
import { holdRoutes } from '#features/meetings/api/hold.ts'
import { meetingPeopleRoutes } from '#features/meetings/api/people.ts'
import { meetingRoutes } from '#features/meetings/api/plan.ts'
import { partyRoutes } from '#features/parties/api.ts'
import { peopleRoutes } from '#features/people/api.ts'
import { preparationRoutes } from '#features/preparation/api.ts'
import { recordRoutes } from '#features/records/api.ts'
import { textRoutes } from '#features/texts/api.ts'
import type { ContractOf } from '#lib/api/contract.ts'

/** What the API serves: the routes of each noun. */
export const nouns = [
  commitmentRoutes,
  conclusionRoutes,
  decidingRoutes,
  foundRoutes,
  floorRoutes,
  groupRoutes,
  homeRoutes,
  holdRoutes,
  invitationRoutes,
  meetingRoutes,
  meetingPeopleRoutes,
  agendaRoutes,
  partyRoutes,
  peopleRoutes,
  preparationRoutes,
  recordRoutes,
  textRoutes,
] as const

declare module '#lib/api/contract.ts' {
  /** The browser calls what is served here, and nothing else. */
  interface Contract extends ContractOf<(typeof nouns)[number][number]> {}
}
