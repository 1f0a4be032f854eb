import { partSize } from '#domain/text/window.ts'
import type { AssignmentView } from '#features/preparation/views.ts'
import type { ReaderView } from '#features/texts/loaders.ts'
import type { PassageView } from '#features/texts/views.ts'
import {
  dayAfter,
  editionId,
  groupId,
  idOf,
  madeUpParties,
  meetingId,
  meetingTitle,
  prose,
  textId,
  textTitle,
} from './made-up.ts'

/** As many passages and sections as the demo group's text has, about as long. */
const counts = { passages: 84, sections: 17, characters: 340 } as const

const passages: readonly PassageView[] = Array.from({ length: counts.passages }, (_, index) => {
  const ordinal = index + 1
  const section = Math.ceil((ordinal * counts.sections) / counts.passages)
  const heads = ordinal === 1 || section !== Math.ceil((index * counts.sections) / counts.passages)
  return heads
    ? { ordinal, reference: `${section}`, kind: 'heading', level: 1, label: null, text: prose(24, ordinal) }
    : {
        ordinal,
        reference: `${section} ¶${ordinal}`,
        kind: 'paragraph',
        level: 0,
        label: null,
        text: prose(counts.characters, ordinal),
      }
})

export const reading: ReaderView = {
  editionId,
  passages: passages.slice(0, partSize),
  total: counts.passages,
  from: 1,
  contents: {
    lines: passages
      .filter(({ kind }) => kind === 'heading')
      .map(({ ordinal, reference, text }) => ({ ordinal, reference, depth: 1, text })),
    isShortened: false,
  },
  // As many as stand in the margin of the first part of the demo group's text.
  concordance: Array.from({ length: 18 }, (_, n) => ({
    ...{ id: idOf(540 + n), groupId, title: prose(34, n), quote: null, at: null },
    ...{ meeting: { id: meetingId, title: meetingTitle, startsAt: null }, first: 3 + n * 2, last: 3 + n * 2 },
    ...(n % 2 === 0
      ? ({ of: 'item', kind: 'inquiry', state: null } as const)
      : ({ of: 'conclusion', kind: 'cooperation', state: 'adopted' } as const)),
  })),
  head: {
    id: textId,
    groupId,
    title: textTitle,
    limitedTo: [],
    edition: { id: editionId, number: 1, direction: 'ltr', passageCount: counts.passages },
    hasDraft: false,
    can: { manage: true, assign: true },
  },
}

const assignment: AssignmentView = {
  id: idOf(500),
  groupId,
  kind: 'report-experience',
  party: { id: madeUpParties[1].id, shortName: madeUpParties[1].shortName },
  person: null,
  inside: false,
  mine: true,
  due: { at: dayAfter(12), zone: 'Europe/Lisbon' },
  done: false,
  late: false,
  doneBy: [],
  instructions: prose(60, 3),
  meeting: { id: meetingId, title: meetingTitle },
  item: null,
  citations: [],
  can: { markDone: true, markNotDone: false, cancel: true },
}

/** What the viewer is to do stands beside one passage. */
export const marks = [{ assignment, first: 12, last: 12 }]
