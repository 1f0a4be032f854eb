/** What somebody may do with the agenda of a meeting: for each command, whether `decideAgenda` would not refuse it. */
import { may } from '../may.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Participant } from '../meeting/participant.ts'
import type { Agenda, ItemContent } from './agenda.ts'
import type { AgendaCommand } from './command.ts'
import { decideAgenda } from './decide.ts'

/** Whether an act on the agenda is open; to which items, and with which numbers, the answer to the act says. */
export type AgendaCan = { readonly [Type in AgendaCommand['type']]: boolean }

const content: ItemContent = {
  kind: 'inquiry',
  title: '-',
  aim: '',
  minutes: 1,
  leadPartyId: null,
  leadPersonId: null,
}

/** An agenda to which everything can still be done: who may do it does not depend on what stands on theirs. */
const agenda: Agenda = {
  version: 0,
  statementMinutes: 1,
  resolutionLimit: 1,
  items: [{ ...content, id: 'item', taken: false }],
}

/** Which acts are open to somebody on the agenda of this meeting. */
export function agendaCan(meeting: Meeting, by: Participant): AgendaCan {
  const open = (command: AgendaCommand) => may(decideAgenda, agenda, command, meeting)
  const on = { by, agendaVersion: agenda.version }
  const itemId = 'item'
  return {
    'add-item': open({ ...on, type: 'add-item', itemId: 'another', content, before: null }),
    'change-item': open({ ...on, type: 'change-item', itemId, content }),
    'remove-item': open({ ...on, type: 'remove-item', itemId }),
    'move-item': open({ ...on, type: 'move-item', itemId, before: null }),
    'change-statement-minutes': open({ ...on, type: 'change-statement-minutes', minutes: 2 }),
    'change-resolution-limit': open({ ...on, type: 'change-resolution-limit', limit: 2, reason: '-' }),
  }
}
