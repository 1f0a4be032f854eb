/** What several routes and pages show alike; see tests/access/shows.ts. */
export const logistics = 'title starts place link'
export const plan = `${logistics} aim item item-aim`
export const path = 'title wording commitment commitment-due back back-by back-at objection objection-by objection-at'
export const answers = 'put-by put-at reservation reservation-by reservation-at'
export const answered = `${answers} answer-by answer-at`
export const fixed = 'title wording commitment commitment-due commitment-reason adopted-at'

export const meetings: Readonly<Record<string, string>> = {
  upcoming:
    'weir title starts; ferry title starts; basin title starts; hall title starts; moot title starts; study title starts',
  'being prepared': 'offered title; draft-basin title',
  past: 'off title starts; lock title starts; mill starts',
}

/** Conclusions by their states, as the API and their pages show them. */
export const conclusions: Readonly<Record<string, string>> = {
  draftId: `draft ${path}; weir title item`,
  putId: `put ${path} ${answers}; weir title item`,
  awaitedId: `awaited ${path} ${answered} principals-until; weir title item`,
  declinedId: `declined ${path} ${answered} principals-by ended-at; divergence title; weir title item`,
  adoptedId: `adopted ${path} ${answered} commitment-reason adopted-at; weir title item`,
  divergenceId:
    'divergence title own-words own-by own-at other-words other-by other-at; declined title; weir title item',
}

export const kept = `kept ${path} ${answered} commitment-reason adopted-at; moot title item`
export const later = `later ${path} ${answered} commitment-reason adopted-at; moot title item`
export const mootDraft = `moot-draft ${path}; kept title; moot title item`
export const ofWeir =
  'draft title; put title put-at; awaited title put-at; declined title ended-at; adopted title adopted-at; shared title adopted-at; divergence title'
export const ofMoot = 'kept title adopted-at; later title adopted-at; moot-draft title'
const listed = (of: string, dates: string) => `${of} title wording ${dates}`
/** In one list: each with its beginning, and how it came to where it stands; no answers. */
export const found = [
  ...[listed('draft', ''), listed('put', 'put-at'), listed('awaited', 'put-at'), 'divergence title'],
  ...[
    listed('declined', 'put-at ended-at'),
    listed('adopted', 'put-at adopted-at'),
    listed('shared', 'put-at adopted-at'),
  ],
  ...[listed('kept', 'put-at adopted-at'), listed('later', 'put-at adopted-at'), listed('moot-draft', '')],
  'minutes title; text title',
]
  .map((one) => one.trim())
  .join('; ')
/** As a file: with all that they say. */
export const foundWhole = `${found}; ${[
  'draft',
  'put',
  'awaited',
  'declined',
  'adopted',
  'shared',
  'kept',
  'later',
  'moot-draft',
]
  .map((of) => `${of} commitment commitment-due`)
  .join('; ')}; divergence own-words other-words; text words`
export const closing =
  'weir title item; adopted commitment commitment-due; shared commitment commitment-due; ferry title starts; offered title'
export const commitments = ['adopted', 'shared', 'kept', 'later']
  .map((of) => `${of} title commitment commitment-due commitment-reason`)
  .join('; ')
export const addresses =
  'head address; installed-head address; invited name address; claimed name address claimer claimed-from'
export const history = 'group history; party history history-by history-at'

/** What is shown at one address, by the names of its probes. */
export function named(at: string, shown: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(shown).map(([name, what]) => [`${at}: ${name}`, what]))
}

/** Of the notes under one item the last counts. */
export function ofRecords(at: string, parts: string, afterLeaving: string): Readonly<Record<string, string>> {
  const title = parts.startsWith('title') ? 'title ' : ''
  return named(at, {
    bilateral: `weir ${parts}`,
    multilateral: `hall ${parts}`,
    'that a party left': `moot ${title}${afterLeaving}`,
  })
}
