import type { HomeView } from '#features/home/queries/home.ts'
import { dayAfter, groupId, idOf, madeUpParties, meetingId, meetingTitle, names, prose, textId } from './made-up.ts'

const meeting = { id: meetingId, title: meetingTitle }
const told = [
  'scheduled',
  'put',
  'closed',
  'adopted',
  'opened',
  'adopted',
  'put',
  'closed',
  'adopted',
  'scheduled',
] as const

/** As many lines as the demo group's organizer has. */
export const home: HomeView = {
  name: names[0] ?? '',
  isInstanceAdmin: false,
  groups: [
    {
      id: groupId,
      name: 'The River Circle',
      purpose: prose(120, 1),
      kind: null,
      organizer: true,
      zone: 'Europe/Lisbon',
      parties: [{ id: madeUpParties[1].id, shortName: 'Mill Bend', role: 'head' }],
      offices: [],
      invitedBy: names[1] ?? '',
      text: { id: textId, title: prose(30, 3) },
      welcoming: 'if-empty',
    },
  ],
  asks: [
    {
      ...{
        kind: 'homework',
        groupId,
        meeting,
        thingId: idOf(600),
        title: prose(70, 2),
        detail: 'report-experience',
        awaited: false,
      },
      ...{
        partyId: madeUpParties[1].id,
        passage: { textId, ordinal: 12 },
        at: dayAfter(12),
        zone: 'Europe/Lisbon',
        late: false,
        awaited: false,
        count: 1,
      },
    },
  ],
  waits: [],
  next: [
    {
      first: {
        ...{ kind: 'schedule', groupId, meeting, thingId: meetingId, title: prose(40, 4), detail: '', count: 1 },
        ...{ partyId: null, passage: null, at: dayAfter(45), zone: 'Europe/Lisbon', late: false, awaited: false },
      },
      titles: [prose(40, 4)],
      count: 1,
    },
  ],
  meetings: Array.from({ length: 4 }, (_, n) => ({
    id: idOf(610 + n),
    groupId,
    kind: 'bilateral' as const,
    title: prose(40, n),
    state: n === 0 ? ('open' as const) : ('scheduled' as const),
    startsAt: dayAfter(n * 3),
    durationMinutes: 75,
    parties: ['Long Field', 'High Bank'],
    takesPart: false,
  })),
  leaderless: [],
  changes: [
    ...told.map((kind, n) => ({
      ...{ id: idOf(620 + n), at: dayAfter(-n), groupId, in: 'meeting' as const, kind, meeting },
      conclusion: ['put', 'adopted'].includes(kind)
        ? { id: idOf(640 + n), title: prose(32, n), kind: 'resolution' }
        : null,
    })),
    ...names.slice(4).map((subject, n) => ({
      ...{ id: idOf(660 + n), at: dayAfter(-60), groupId, in: 'group' as const, kind: 'joined' as const },
      ...{ actor: subject, subject, party: 'Estuary', detail: '', role: 'delegate' as const },
    })),
  ],
}
