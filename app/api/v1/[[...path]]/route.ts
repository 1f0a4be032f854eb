import { conclusionRoutes } from '#features/conclusions/api.ts'
import { floorRoutes } from '#features/floor/api.ts'
import { groupRoutes } from '#features/groups/api.ts'
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
import { apiOf } from '#lib/api/app.ts'
import { knowsOf } from '#store/access/target.ts'

const nouns = [
  conclusionRoutes,
  floorRoutes,
  groupRoutes,
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
]

const api = apiOf(nouns, knowsOf)

const handle = (request: Request): Response | Promise<Response> => api.fetch(request)

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
