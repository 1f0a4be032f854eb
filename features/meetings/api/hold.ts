import { openDoor, route } from '#lib/api/door.ts'
import { closeMeeting } from '../commands/close-meeting.ts'
import { openMeeting } from '../commands/open-meeting.ts'
import { loadClosing } from '../loaders.ts'
import { closing } from '../schema.ts'

export const holdRoutes = openDoor()

const at = '/meetings/{meetingId}'

route(holdRoutes, { method: 'post', path: `${at}/open`, summary: 'Open the meeting' }, (viewer, { params }) =>
  openMeeting(viewer, params.meetingId ?? ''),
)
route(
  holdRoutes,
  {
    method: 'get',
    path: `${at}/closing`,
    summary: 'What is open, and which meetings can take it up (whoever conducts)',
  },
  (viewer, { params }) => loadClosing(viewer, params.meetingId ?? ''),
)
route(
  holdRoutes,
  {
    method: 'post',
    path: `${at}/close`,
    summary: 'Close the meeting, saying what becomes of all that is open',
    body: closing,
  },
  (viewer, { params, body }) => closeMeeting(viewer, params.meetingId ?? '', body),
)
