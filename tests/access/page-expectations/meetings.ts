import { type Actor, IN_BILATERAL, IN_GROUP, KNOW_BILATERAL, without } from '../actors.ts'
import type { PageProbe } from '../page-probe.ts'
import { KEEP_MOOT } from '../world/left.ts'
import { IN_HALL, PAIR } from '../world/meetings.ts'

const list = '/groups/[groupId]/meetings'
const meeting = `${list}/[meetingId]`
const conclusion = `${meeting}/conclusions/[conclusionId]`
const organizer: readonly Actor[] = ['organizer']
const knowWeir: readonly Actor[] = [...IN_BILATERAL, ...KNOW_BILATERAL]
const inBasin: readonly Actor[] = without(IN_HALL, 'facilitator')
const study: readonly Actor[] = ['third-party', 'member-without-party', 'organizer']
const drafters = without(IN_BILATERAL, 'observer')
const states = ['draftId', 'putId', 'awaitedId', 'declinedId', 'adoptedId', 'divergenceId'] as const

/** Meetings, step by step: logistics for those who know that one is held, the rest for those who are in it. */
export const meetingPages: readonly PageProbe[] = [
  { page: list, name: 'upcoming', open: IN_GROUP },
  { page: list, name: 'being prepared', query: '?when=preparing', open: IN_GROUP },
  { page: list, name: 'past', query: '?when=past', open: IN_GROUP },
  { page: `${list}/new`, name: 'what one can begin', open: IN_GROUP },
  { page: `${list}/new`, name: 'with a party that is named', query: '?with=[otherId]', open: IN_GROUP },
  { page: `${list}/new`, name: 'with one of another group', query: '?with=[foreignPartyId]', open: IN_GROUP },
  ...['', '/plan'].flatMap(known),
  ...inside('/floor'),
  ...inside('/conclusions'),
  ...recorded(),
  { page: `${meeting}/prepare`, name: 'bilateral', params: { meetingId: 'bilateralId' }, open: knowWeir },
  {
    page: `${meeting}/prepare`,
    name: 'multilateral',
    params: { meetingId: 'multilateralId' },
    open: [...inBasin, 'organizer', 'installed-head'],
    closed: ['facilitator', 'pending-officer', 'member-without-party', 'left-party'],
  },
  {
    page: `${meeting}/prepare`,
    name: 'for an item that it has not',
    params: { meetingId: 'bilateralId' },
    query: '?item=0',
    open: knowWeir,
  },
  { page: `${meeting}/prepare`, name: 'draft', params: { meetingId: 'draftMeetingId' }, open: organizer },
  {
    page: `${meeting}/floor/close`,
    name: 'bilateral',
    params: { meetingId: 'bilateralId' },
    open: ['head', 'other-party', 'facilitator'],
    closed: without(IN_GROUP, 'head', 'other-party', 'facilitator'),
  },
  {
    page: `${meeting}/conclusions/new`,
    name: 'bilateral',
    params: { meetingId: 'bilateralId' },
    open: drafters,
    closed: ['observer', ...KNOW_BILATERAL],
  },
  ...states.map(
    (conclusionId): PageProbe => ({
      page: conclusion,
      name: conclusionId,
      params: { meetingId: 'bilateralId', conclusionId },
      open: IN_BILATERAL,
      closed: KNOW_BILATERAL,
    }),
  ),
  {
    page: conclusion,
    name: 'adopted, with its passages',
    query: '?passages=whole',
    params: { meetingId: 'bilateralId', conclusionId: 'adoptedId' },
    open: IN_BILATERAL,
    closed: KNOW_BILATERAL,
  },
  {
    page: `${meeting}/record`,
    name: 'with its passages',
    query: '?passages=whole',
    params: { meetingId: 'bilateralId' },
    open: IN_BILATERAL,
    closed: KNOW_BILATERAL,
  },
  {
    page: `${meeting}/record`,
    name: 'shared with the group, with its passages',
    query: '?passages=whole',
    params: { meetingId: 'agreedId' },
    open: IN_GROUP,
  },
  {
    page: conclusion,
    name: 'under another meeting than its own',
    params: { meetingId: 'multilateralId', conclusionId: 'putId' },
    parentKnown: true,
    open: [],
    closed: IN_BILATERAL,
  },
  ...left(),
  {
    page: `${conclusion}/edit`,
    name: 'draft',
    params: { meetingId: 'bilateralId', conclusionId: 'draftId' },
    open: drafters,
    closed: ['observer', ...KNOW_BILATERAL],
  },
]

/** Its people open what it keeps: the record up to its leaving, and what was adopted with it. */
function left(): readonly PageProbe[] {
  const name = 'that a party left'
  const params = { meetingId: 'mootId' }
  const ofMoot = (page: string, open: readonly Actor[]): PageProbe => ({
    page,
    name,
    params,
    open,
    closed: without(IN_GROUP, ...open),
  })
  const of = (conclusionId: string, open: readonly Actor[]) => ({
    ...ofMoot(conclusion, open),
    name: conclusionId,
    params: { ...params, conclusionId },
  })
  return [
    ...['', '/plan'].map((step): PageProbe => ({ page: `${meeting}${step}`, name, params, open: IN_GROUP })),
    ofMoot(`${meeting}/prepare`, [...IN_HALL, 'organizer', 'installed-head']),
    ofMoot(`${meeting}/floor`, IN_HALL),
    ...['/record', '/record/entries', '/conclusions'].map((step) => ofMoot(`${meeting}${step}`, KEEP_MOOT)),
    of('keptId', KEEP_MOOT),
    of('laterId', IN_HALL),
    of('mootDraftId', IN_HALL),
  ]
}

function known(step: string): readonly PageProbe[] {
  const page = `${meeting}${step}`
  const pair: readonly Actor[] = [...PAIR, 'installed-head']
  return [
    { page, name: 'bilateral', params: { meetingId: 'bilateralId' }, open: knowWeir },
    { page, name: 'titles shared', params: { meetingId: 'scheduledId' }, open: [...pair, 'organizer'] },
    { page, name: 'proposed', params: { meetingId: 'proposalId' }, open: pair },
    { page, name: 'called off', params: { meetingId: 'cancelledId' }, open: [...pair, 'organizer'] },
    { page, name: 'multilateral', params: { meetingId: 'multilateralId' }, open: IN_GROUP },
    { page, name: 'draft', params: { meetingId: 'draftMeetingId' }, open: organizer },
    { page, name: 'study', params: { meetingId: 'studyId' }, open: study },
    { page, name: 'of another group', params: { groupId: 'foreignGroupId', meetingId: 'bilateralId' }, open: [] },
  ]
}

/** Those who know that it is held find a step that is not theirs. */
function inside(step: string): readonly PageProbe[] {
  const page = `${meeting}${step}`
  return [
    { page, name: 'bilateral', params: { meetingId: 'bilateralId' }, open: IN_BILATERAL, closed: KNOW_BILATERAL },
    {
      page,
      name: 'multilateral',
      params: { meetingId: 'hallId' },
      open: IN_HALL,
      closed: without(IN_GROUP, ...IN_HALL),
    },
  ]
}

function recorded(): readonly PageProbe[] {
  const record = `${meeting}/record`
  const agreed = { meetingId: 'agreedId' }
  return [
    ...inside('/record'),
    { page: record, name: 'shared with the group', params: agreed, open: IN_GROUP },
    ...inside('/record/entries'),
    {
      page: `${record}/entries`,
      name: 'whose minutes are shared',
      params: agreed,
      open: PAIR,
      closed: without(IN_GROUP, ...PAIR),
    },
  ]
}
