import { openDoor, route } from '#lib/api/door.ts'
import {
  addItem,
  changeItem,
  changeResolutionLimit,
  changeStatementMinutes,
  moveItem,
  removeItem,
} from '../commands/agenda.ts'
import { loadAgenda } from '../loaders.ts'
import * as schema from '../schema.ts'

export const agendaRoutes = openDoor()

const at = '/meetings/{meetingId}'
const idOf = (params: Record<string, string>, name = 'meetingId') => params[name] ?? ''

route(agendaRoutes, { method: 'get', path: `${at}/agenda`, summary: 'The agenda' }, (viewer, { params }) =>
  loadAgenda(viewer, idOf(params)),
)
route(
  agendaRoutes,
  { method: 'post', path: `${at}/items`, summary: 'Add an item at the end', body: schema.agendaItem, status: 201 },
  (viewer, { params, body }) => addItem(viewer, idOf(params), body),
)
route(
  agendaRoutes,
  { method: 'put', path: `${at}/items/{itemId}`, summary: 'Change an item', body: schema.agendaItem },
  (viewer, { params, body }) => changeItem(viewer, idOf(params), { itemId: idOf(params, 'itemId'), ...body }),
)
route(
  agendaRoutes,
  { method: 'delete', path: `${at}/items/{itemId}`, summary: 'Remove an item', query: schema.onAgenda },
  (viewer, { params, query }) => removeItem(viewer, idOf(params), { itemId: idOf(params, 'itemId'), ...query }),
)
route(
  agendaRoutes,
  { method: 'post', path: `${at}/items/{itemId}/move`, summary: 'Move an item', body: schema.itemMove },
  (viewer, { params, body }) => moveItem(viewer, idOf(params), { itemId: idOf(params, 'itemId'), ...body }),
)
route(
  agendaRoutes,
  {
    method: 'put',
    path: `${at}/statement-minutes`,
    summary: 'How long each party speaks',
    body: schema.statementMinutes,
  },
  (viewer, { params, body }) => changeStatementMinutes(viewer, idOf(params), body),
)
route(
  agendaRoutes,
  {
    method: 'put',
    path: `${at}/resolution-limit`,
    summary: 'How many resolutions are put',
    body: schema.resolutionLimit,
  },
  (viewer, { params, body }) => changeResolutionLimit(viewer, idOf(params), body),
)
