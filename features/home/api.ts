import { route } from '#lib/api/route.ts'
import { bringBackWelcome, putAwayWelcome } from './commands/put-away-welcome.ts'

export const homeRoutes = [
  route(
    'DELETE /groups/{groupId}/welcome',
    { summary: 'Put away what the group tells me at first' },
    (viewer, { params }) => putAwayWelcome(viewer, params.groupId),
  ),
  route(
    'PUT /groups/{groupId}/welcome',
    { summary: 'Have back what the group tells me at first', losesNothing: 'one’s own mark, which nobody else has' },
    (viewer, { params }) => bringBackWelcome(viewer, params.groupId),
  ),
]
