import { ACTORS, type Actor, IN_GROUP, SIGNED_IN, without } from './actors.ts'
import { meetingPages } from './page-expectations/meetings.ts'
import type { PageProbe } from './page-probe.ts'

const organizer: readonly Actor[] = ['organizer']
const admin: readonly Actor[] = ['instance-admin']
const ofParty: readonly Actor[] = ['observer', 'delegate', 'head', 'installed-head', 'organizer']
const group = '/groups/[groupId]'

/** For whom each page opens, written by hand from PRODUCT.md, "Who sees what". */
export const pageProbes: readonly PageProbe[] = [
  { page: '/', name: 'Home', open: SIGNED_IN },
  { page: '/account', name: 'one’s own', open: SIGNED_IN },
  { page: '/groups', name: 'one’s own', open: SIGNED_IN },
  { page: '/glossary', name: 'the same for all', open: SIGNED_IN },
  { page: '/groups/new', name: 'by four questions', open: admin, closed: without(SIGNED_IN, ...admin) },
  // Whoever has said who they are goes on.
  { page: '/welcome', name: 'who one is', open: SIGNED_IN },
  ...publicPages(),
  ...nowhere(),
  { page: group, name: 'overview', open: IN_GROUP },
  { page: group, name: 'another group', params: { groupId: 'foreignGroupId' }, open: [] },
  { page: `${group}/settings`, name: 'of the group', open: organizer, closed: without(IN_GROUP, 'organizer') },
  { page: `${group}/deletion`, name: 'none was announced', open: IN_GROUP },
  { page: `${group}/commitments`, name: 'that one may know of', query: '?state=all', open: IN_GROUP },
  { page: `${group}/conclusions`, name: 'that one may know of', query: '?kind=all', open: IN_GROUP },
  { page: `${group}/conclusions`, name: 'by a passage in whichever text', query: '?passage=p/1', open: IN_GROUP },
  { page: `${group}/conclusions`, name: 'none fits', query: '?words=zzzz&state=adopted', open: IN_GROUP },
  { page: `${group}/parties`, name: 'of the group', open: IN_GROUP },
  { page: `${group}/parties/[partyId]`, name: 'with invitations', params: { partyId: 'ownId' }, open: IN_GROUP },
  { page: `${group}/parties/[partyId]`, name: 'of another group', params: { partyId: 'foreignPartyId' }, open: [] },
  { page: `${group}/texts`, name: 'of the group', open: IN_GROUP },
  { page: `${group}/texts/new`, name: 'which tells the others who can', open: IN_GROUP },
  ...texts('', ''),
  ...texts('', '?q=common'),
  { page: `${group}/texts/[textId]`, query: '?published=1', name: 'just published', open: IN_GROUP },
  ...texts('/p/[ordinal]', ''),
  ...texts('/passages', ''),
  ...texts('/passages', '?part=1&to=80'),
  ...homework(),
  { page: `${group}/texts/[textId]/import`, name: 'draft', params: { textId: 'draftTextId' }, open: organizer },
  ...shared('sharedId', 'shared', IN_GROUP),
  {
    page: `${group}/conclusions/[conclusionId]`,
    name: 'shared, with its passages',
    query: '?passages=whole',
    params: { conclusionId: 'sharedId' },
    open: IN_GROUP,
  },
  ...shared('adoptedId', 'adopted, not shared', []),
  ...shared('putId', 'put', []),
  ...meetingPages,
]

function publicPages(): readonly PageProbe[] {
  const anybody = { open: ACTORS, public: true } as const
  return [
    { page: '/sign-in', name: 'or on to Home', ...anybody },
    { page: '/verify', name: 'by a link that nobody has', query: `?token=${'A'.repeat(43)}`, ...anybody },
    { page: '/verify-record', name: 'for whoever holds an export', ...anybody },
    {
      page: '/invitations/[token]',
      name: 'by a secret that nobody has',
      params: { token: `=${'A'.repeat(43)}` },
      ...anybody,
    },
    {
      page: '/invitations/[token]',
      name: 'by the secret of one',
      params: { token: 'invitationToken' },
      reveals: ['invited-name', 'invited-address', 'group-purpose'],
      ...anybody,
    },
    { page: '/api/health', name: 'for whoever watches', ...anybody },
    {
      page: '/words/[language]',
      name: 'of the interface',
      params: { language: '=en' },
      query: '?of=meetings.time&of=terms',
      ...anybody,
    },
    { page: '/api/auth/[...nextauth]', name: 'csrf', params: { nextauth: '=csrf' }, ...anybody },
  ]
}

/** Pages of the development server or of the bench alone, and addresses that lead nowhere. */
function nowhere(): readonly PageProbe[] {
  const closed = ACTORS
  const params = { page: '=text' }
  const pages = ['/mailbox', '/gallery', '/bench/[page]', '/bench/trivial'].map(
    (page): PageProbe => ({ page, params, name: 'not here', open: [], closed }),
  )
  // A language that is not offered, a part that is none, and what every object has.
  const words = [
    '=xx?of=terms',
    '=en',
    '=en?of=none',
    '=en?of=terms.none',
    '=en?of=constructor',
    '=en?of=__proto__',
  ].map(
    (asked): PageProbe => ({
      page: '/words/[language]',
      name: asked,
      params: { language: asked.split('?')[0] ?? '' },
      query: asked.includes('?') ? `?${asked.split('?')[1]}` : '',
      open: [],
      closed,
    }),
  )
  // Signing in is by a link alone: nothing else of the library answers.
  const acts = ['session', 'providers', 'signin', 'signout', 'error', 'callback/link'].map(
    (act): PageProbe => ({
      page: '/api/auth/[...nextauth]',
      name: act,
      params: { nextauth: `=${act}` },
      open: [],
      closed,
    }),
  )
  return [...pages, ...words, ...acts]
}

function texts(below: string, query: string): readonly PageProbe[] {
  const page = `${group}/texts/[textId]${below}`
  const ordinal = { ordinal: '=2' }
  // Its draft is opened by its preview.
  const drafts = below === '' && query === '' ? organizer : []
  return [
    { page, query, name: `open ${query}`, params: ordinal, open: IN_GROUP },
    { page, query, name: `limited ${query}`, params: { ...ordinal, textId: 'limitedTextId' }, open: ofParty },
    { page, query, name: `draft ${query}`, params: { ...ordinal, textId: 'draftTextId' }, open: drafts },
  ]
}

/** Homework on a text is given by organizers and by those who govern a party that reads it. */
function homework(): readonly PageProbe[] {
  const page = `${group}/texts/[textId]/assign`
  const heads: readonly Actor[] = ['head', 'installed-head', 'other-party', 'third-party', 'left-party', 'organizer']
  const ownHeads: readonly Actor[] = ['head', 'installed-head', 'organizer']
  return [
    { page, query: '?first=2', name: 'open', open: heads, closed: without(IN_GROUP, ...heads) },
    {
      page,
      query: '?first=2',
      name: 'limited',
      params: { textId: 'limitedTextId' },
      open: ownHeads,
      closed: without(ofParty, ...ownHeads),
    },
    { page, name: 'draft', params: { textId: 'draftTextId' }, open: [] },
  ]
}

function shared(conclusionId: string, name: string, open: readonly Actor[]): readonly PageProbe[] {
  return [{ page: `${group}/conclusions/[conclusionId]`, name, params: { conclusionId }, open }]
}
