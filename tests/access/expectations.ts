/** Who is answered what, noun by noun, written by hand from PRODUCT.md, "Who sees what", and its rules. */
import { agendaProbes } from './expectations/agenda.ts'
import { conclusionProbes } from './expectations/conclusions.ts'
import { floorProbes } from './expectations/floor.ts'
import { groupProbes } from './expectations/groups.ts'
import { holdingProbes } from './expectations/holding.ts'
import { invitationProbes } from './expectations/invitations.ts'
import { leavingProbes } from './expectations/leaving.ts'
import { meetingPeopleProbes } from './expectations/meeting-people.ts'
import { meetingProbes } from './expectations/meetings.ts'
import { partyProbes } from './expectations/parties.ts'
import { peopleProbes } from './expectations/people.ts'
import { preparationProbes } from './expectations/preparation.ts'
import { recordProbes } from './expectations/records.ts'
import { textProbes } from './expectations/texts.ts'
import type { Probe } from './probe.ts'

export const probes: readonly Probe[] = [
  ...groupProbes,
  ...partyProbes,
  ...invitationProbes,
  ...peopleProbes,
  ...textProbes,
  ...meetingProbes,
  ...agendaProbes,
  ...holdingProbes,
  ...meetingPeopleProbes,
  ...preparationProbes,
  ...floorProbes,
  ...conclusionProbes,
  ...recordProbes,
  ...leavingProbes,
]
