import {
  addresses,
  closing,
  commitments,
  conclusions,
  fixed,
  history,
  kept,
  later,
  meetings,
  mootDraft,
  named,
  ofMoot,
  ofRecords,
  ofWeir,
} from './parts.ts'

const group = '/groups/[groupId]'
const meeting = `${group}/meetings/[meetingId]`
const home =
  'group history; party history history-at; study title starts; weir title starts; ferry title starts; shared title; text title; limited-text title; homework due; claimed claimer'

/** What each page is for. */
export const byPage: Readonly<Record<string, string>> = {
  '/: Home': home,
  '/account: one’s own': 'third-party address; other-party address; organizer address; facilitator address',
  '/groups: one’s own': 'foreign group',
  '/groups/new: by four questions': '',
  '/welcome: who one is': '',
  '/sign-in: or on to Home': '',
  '/verify: by a link that nobody has': '',
  '/verify-record: for whoever holds an export': '',
  '/invitations/[token]: by a secret that nobody has': '',
  '/invitations/[token]: by the secret of one': 'invited address',
  '/api/health: for whoever watches': '',
  '/api/auth/[...nextauth]: csrf': '',
  [`${group}: overview`]: `${home}; group purpose`,
  [`${group}/settings: of the group`]: `group purpose; organizing name address; ${history}`,
  [`${group}/deletion: none was announced`]: '',
  [`${group}/commitments: that one may know of`]: commitments,
  [`${group}/parties: of the group`]: '',
  [`${group}/parties/[partyId]: with invitations`]: `${addresses}; party history history-by history-at`,
  [`${group}/texts: of the group`]: 'text title; limited-text title; draft-text title',
  [`${group}/texts/new: which tells the others who can`]: '',
  [`${group}/texts/[textId]: open `]: `text title words label; later title; moot-draft title; homework due`,
  [`${group}/texts/[textId]: limited `]: 'limited-text title words label',
  // It leads to the preview.
  [`${group}/texts/[textId]: draft `]: '',
  [`${group}/texts/[textId]: open ?q=common`]: 'text title words',
  [`${group}/texts/[textId]: limited ?q=common`]: 'limited-text title words',
  [`${group}/texts/[textId]/p/[ordinal]: open `]: [
    'text title words label',
    'draft title; put title; awaited title; declined title; adopted title adopted-at; shared title adopted-at; divergence title',
    `${ofMoot}; study title starts item; weir item; off item; offered item; lock item; mill item; basin item; hall item`,
    'homework instructions due; personal-homework instructions due; given-homework instructions due; draft-basin title item',
  ].join('; '),
  [`${group}/texts/[textId]/p/[ordinal]: limited `]: 'limited-text title words label',
  [`${group}/texts/[textId]/assign: open`]: 'text title words',
  [`${group}/texts/[textId]/assign: limited`]: 'limited-text title words',
  [`${group}/texts/[textId]/import: draft`]: 'draft-text title source words label',
  [`${group}/conclusions/[conclusionId]: shared`]: `shared ${fixed}; text words`,
  ...named(`${group}/meetings`, meetings),
  [`${group}/meetings/new: what one can begin`]: '',
  ...ofPlan('bilateral', 'weir', 'title starts', 'aim item item-aim place link'),
  ...ofPlan('titles shared', 'ferry', 'title starts', 'aim item item-aim place link'),
  ...ofPlan('proposed', 'offered', 'title', 'aim item item-aim place link message time'),
  ...ofPlan('called off', 'off', 'title starts', 'aim item item-aim place link cancel-reason'),
  ...ofPlan('multilateral', 'basin', 'title starts', 'aim item item-aim limit-reason place link'),
  ...ofPlan('draft', 'draft-basin', 'title', 'aim item item-aim limit-reason place link'),
  ...ofPlan('study', 'study', 'title starts', 'aim item item-aim place link'),
  ...ofPlan('that a party left', 'moot', 'title starts', 'aim item-aim limit-reason'),
  [`${meeting}/floor: bilateral`]: 'weir title starts item notes',
  [`${meeting}/floor: multilateral`]: 'hall title starts item notes',
  [`${meeting}/floor: that a party left`]: 'moot title starts item notes',
  [`${meeting}/conclusions: bilateral`]: `weir title starts item; ${ofWeir}`,
  [`${meeting}/conclusions: multilateral`]: 'hall title starts item',
  [`${meeting}/conclusions: that a party left`]: `moot title starts item; ${ofMoot}`,
  ...ofRecords(`${meeting}/record`, 'title starts entry', 'later-entry'),
  [`${meeting}/record: shared with the group`]: 'mill starts annex-at',
  ...ofRecords(`${meeting}/record/entries`, 'title starts entry-by entry-at', 'later-entry-by later-entry-at'),
  [`${meeting}/record/entries: whose minutes are shared`]: 'mill title starts entry-by annex-by annex-at',
  [`${meeting}/prepare: bilateral`]:
    'weir title starts; given-homework instructions due; personal-homework instructions due',
  [`${meeting}/prepare: multilateral`]: 'basin title starts',
  [`${meeting}/prepare: draft`]: 'draft-basin title item',
  [`${meeting}/prepare: that a party left`]: 'moot title starts',
  [`${meeting}/floor/close: bilateral`]: closing,
  [`${meeting}/conclusions/new: bilateral`]: 'weir title starts item; adopted title; shared title; later title',
  ...named(`${meeting}/conclusions/[conclusionId]`, conclusions),
  [`${meeting}/conclusions/[conclusionId]: keptId`]: kept,
  [`${meeting}/conclusions/[conclusionId]: laterId`]: later,
  [`${meeting}/conclusions/[conclusionId]: mootDraftId`]: mootDraft,
  [`${meeting}/conclusions/[conclusionId]/edit: draft`]:
    'weir title starts; draft title wording commitment commitment-due; text title words',
}

function ofPlan(name: string, of: string, head: string, parts: string): Readonly<Record<string, string>> {
  return { [`${meeting}: ${name}`]: `${of} ${head}`, [`${meeting}/plan: ${name}`]: `${of} ${head} ${parts}` }
}
