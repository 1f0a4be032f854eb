import { route } from '#lib/api/route.ts'
import { closeMeeting } from '../commands/close-meeting.ts'
import { openMeeting } from '../commands/open-meeting.ts'
import { loadClosing } from '../loaders.ts'
import { closing } from '../schema.ts'
import { closedForm, closingView, openedForm } from '../views/closing.ts'
import { arityRefusals } from './refusals.ts'

export const holdRoutes = [
  route(
    'POST /meetings/{meetingId}/open',
    {
      summary: 'Open the meeting',
      refusals: ['not-entitled', 'meeting-not-scheduled', 'multilateral-needs-chair', 'record-full', ...arityRefusals],
      answer: openedForm,
    },
    (viewer, { params }) => openMeeting(viewer, params.meetingId),
  ),
  route(
    'GET /meetings/{meetingId}/closing',
    {
      summary: 'What is open, and which meetings can take it up (whoever conducts)',
      answer: closingView,
    },
    (viewer, { params }) => loadClosing(viewer, params.meetingId),
  ),
  route(
    'POST /meetings/{meetingId}/close',
    {
      summary: 'Close the meeting, saying what becomes of all that is open',
      refusals: [
        'not-entitled',
        'meeting-not-open',
        'open-things-left',
        'not-open-here',
        'disposed-twice',
        'cannot-carry-there',
        'agenda-full',
        'resolutions-do-not-fit-there',
        ...arityRefusals,
        'text-missing',
      ],
      answer: closedForm,
      body: closing,
    },
    (viewer, { params, body }) => closeMeeting(viewer, params.meetingId, body),
  ),
]
