import { textRefusals } from '#lib/api/fields.ts'
import { route } from '#lib/api/route.ts'
import { citationRefusals } from '#store/citation/schema.ts'
import {
  addItem,
  changeItem,
  changeResolutionLimit,
  changeStatementMinutes,
  moveItem,
  removeItem,
} from '../commands/agenda.ts'
import { loadAgendaView } from '../loaders.ts'
import * as schema from '../schema.ts'
import { agendaDone, agendaNow, agendaView, itemDone } from '../views/agenda.ts'
import { agendaRefusals } from './refusals.ts'

export const agendaRoutes = [
  route('GET /meetings/{meetingId}/agenda', { summary: 'The agenda', answer: agendaView }, (viewer, { params }) =>
    loadAgendaView(viewer, params.meetingId),
  ),
  route(
    'POST /meetings/{meetingId}/items',
    {
      summary: 'Add an item, at the end or before another',
      refusals: [
        'no-such-item',
        'item-taken',
        'agenda-full',
        'item-exists',
        'minutes-out-of-bounds',
        'resolution-limit-reached',
        'resolution-needs-multilateral',
        'lead-not-in-meeting',
        ...agendaRefusals,
        ...citationRefusals,
        ...textRefusals,
      ],
      facts: { 'agenda-changed': agendaNow },
      answer: itemDone,
      body: schema.newAgendaItem,
      status: 201,
    },
    (viewer, { params, body }) => addItem(viewer, params.meetingId, body),
  ),
  route(
    'PUT /meetings/{meetingId}/items/{itemId}',
    {
      summary: 'Change an item',
      refusals: [
        'no-such-item',
        'minutes-out-of-bounds',
        'resolution-limit-reached',
        'resolution-needs-multilateral',
        'lead-not-in-meeting',
        ...agendaRefusals,
        ...citationRefusals,
        ...textRefusals,
      ],
      facts: { 'agenda-changed': agendaNow },
      answer: itemDone,
      body: schema.agendaItem,
    },
    (viewer, { params, body }) => changeItem(viewer, params.meetingId, { itemId: params.itemId, ...body }),
  ),
  route(
    'DELETE /meetings/{meetingId}/items/{itemId}',
    {
      summary: 'Remove an item',
      refusals: ['no-such-item', 'item-taken', 'item-has-conclusions', ...agendaRefusals],
      facts: { 'agenda-changed': agendaNow },
      answer: agendaDone,
      query: schema.onAgenda,
    },
    (viewer, { params, query }) => removeItem(viewer, params.meetingId, { itemId: params.itemId, ...query }),
  ),
  route(
    'POST /meetings/{meetingId}/items/{itemId}/move',
    {
      summary: 'Move an item',
      refusals: ['no-such-item', 'item-taken', ...agendaRefusals],
      facts: { 'agenda-changed': agendaNow },
      answer: agendaDone,
      body: schema.itemMove,
    },
    (viewer, { params, body }) => moveItem(viewer, params.meetingId, { itemId: params.itemId, ...body }),
  ),
  route(
    'PUT /meetings/{meetingId}/statement-minutes',
    {
      summary: 'How long each party speaks',
      refusals: ['only-in-multilaterals', 'statement-minutes-out-of-bounds', ...agendaRefusals],
      facts: { 'agenda-changed': agendaNow },
      answer: agendaDone,
      body: schema.statementMinutes,
    },
    (viewer, { params, body }) => changeStatementMinutes(viewer, params.meetingId, body),
  ),
  route(
    'PUT /meetings/{meetingId}/resolution-limit',
    {
      summary: 'How many resolutions are put',
      refusals: ['only-in-multilaterals', 'resolution-limit-out-of-bounds', ...agendaRefusals, ...textRefusals],
      facts: { 'agenda-changed': agendaNow },
      answer: agendaDone,
      body: schema.resolutionLimit,
    },
    (viewer, { params, body }) => changeResolutionLimit(viewer, params.meetingId, body),
  ),
]
