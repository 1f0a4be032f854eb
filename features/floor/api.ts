import { openDoor, route } from '#lib/api/door.ts'
import { finishItem, startItem } from './commands/current-item.ts'
import { come, leave } from './commands/presence.ts'
import { writeNotes } from './commands/write-notes.ts'
import { loadFloor } from './loaders.ts'
import { currentItem, notes, presence } from './schema.ts'

export const floorRoutes = openDoor()

const at = '/meetings/{meetingId}'

route(floorRoutes, { method: 'get', path: `${at}/floor`, summary: 'The meeting as it is held' }, (viewer, { params }) =>
  loadFloor(viewer, params.meetingId ?? ''),
)
route(
  floorRoutes,
  { method: 'post', path: `${at}/presence`, summary: 'Somebody is here', body: presence },
  (viewer, { params, body }) => come(viewer, params.meetingId ?? '', body.personId ?? viewer.personId),
)
route(
  floorRoutes,
  { method: 'delete', path: `${at}/presence/{personId}`, summary: 'Somebody has left' },
  (viewer, { params }) => leave(viewer, params.meetingId ?? '', params.personId ?? ''),
)
route(
  floorRoutes,
  { method: 'put', path: `${at}/current-item`, summary: 'Come to an item', body: currentItem },
  (viewer, { params, body }) => startItem(viewer, params.meetingId ?? '', body.itemId),
)
route(
  floorRoutes,
  { method: 'delete', path: `${at}/current-item`, summary: 'The current item is done' },
  (viewer, { params }) => finishItem(viewer, params.meetingId ?? ''),
)
route(
  floorRoutes,
  { method: 'put', path: `${at}/items/{itemId}/notes`, summary: 'Write the notes of an item', body: notes },
  (viewer, { params, body }) => writeNotes(viewer, params.meetingId ?? '', params.itemId ?? '', body),
)
