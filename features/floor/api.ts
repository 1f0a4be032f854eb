import { route } from '#lib/api/route.ts'
import { finishItem, startItem } from './commands/current-item.ts'
import { come, leave } from './commands/presence.ts'
import { writeNotes } from './commands/write-notes.ts'
import { loadFloor } from './loaders.ts'
import { currentItem, notes, presence } from './schema.ts'
import { floorView, notesNow, notesWritten } from './views.ts'

export const floorRoutes = [
  route(
    'GET /meetings/{meetingId}/floor',
    { summary: 'The meeting as it is held', answer: floorView },
    (viewer, { params }) => loadFloor(viewer, params.meetingId),
  ),
  route(
    'POST /meetings/{meetingId}/presence',
    {
      summary: 'Somebody is here',
      refusals: ['not-entitled', 'meeting-not-open', 'not-invited', 'choose-a-party', 'already-present', 'record-full'],
      body: presence,
    },
    (viewer, { params, body }) => come(viewer, params.meetingId, body.personId ?? viewer.personId),
  ),
  route(
    'DELETE /meetings/{meetingId}/presence/{personId}',
    { summary: 'Somebody has left', refusals: ['not-entitled', 'meeting-not-open', 'not-present', 'record-full'] },
    (viewer, { params }) => leave(viewer, params.meetingId, params.personId),
  ),
  route(
    'PUT /meetings/{meetingId}/current-item',
    {
      summary: 'Come to an item',
      losesNothing: 'coming to an item is a happening of the record and stays there, whatever comes next',
      refusals: ['not-entitled', 'meeting-not-open', 'item-already-current', 'no-such-item', 'record-full'],
      body: currentItem,
    },
    (viewer, { params, body }) => startItem(viewer, params.meetingId, body.itemId),
  ),
  route(
    'DELETE /meetings/{meetingId}/current-item',
    {
      summary: 'The current item is done',
      refusals: ['not-entitled', 'meeting-not-open', 'no-current-item', 'record-full'],
    },
    (viewer, { params }) => finishItem(viewer, params.meetingId),
  ),
  route(
    'PUT /meetings/{meetingId}/items/{itemId}/notes',
    {
      summary: 'Write the notes of an item',
      refusals: [
        'not-entitled',
        'no-such-item',
        'meeting-not-opened',
        'record-stands',
        'notes-changed',
        'notes-full',
        'record-full',
      ],
      facts: { 'notes-changed': notesNow },
      answer: notesWritten,
      body: notes,
    },
    (viewer, { params, body }) => writeNotes(viewer, params.meetingId, params.itemId, body),
  ),
]
