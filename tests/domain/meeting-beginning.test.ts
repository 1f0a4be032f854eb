import { describe, expect, it } from 'vitest'
import { meetingSight } from '#domain/access.ts'
import { draftArityRefusal, kindsToDraft, mayDraft, proposesFor } from '#domain/meeting/beginning.ts'
import type { Meeting, MeetingIn } from '#domain/meeting/meeting.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { decideTitles, type TitlesSharing, titlesCan } from '#domain/meeting/titles.ts'
import type { GroupStanding } from '#domain/party/membership.ts'
import {
  bilateral,
  chaired,
  close,
  delegate,
  having,
  head,
  later,
  noon,
  olga,
  openBilateral,
  standing,
} from './meeting-scene.ts'

const organizer: GroupStanding = standing(olga, bilateral).group
const librarian: GroupStanding = standing(head('library'), bilateral).group
const clerk: GroupStanding = standing(delegate('library'), bilateral).group

describe('Given people who want to begin a meeting', () => {
  it('when it is an organizer, then they draft every kind', () => {
    expect(kindsToDraft(organizer)).toEqual(['study', 'bilateral', 'multilateral'])
    expect(mayDraft(organizer, 'multilateral', [])).toBe(true)
  })

  it('when it is the head of a party, then they draft a study session of their own and propose bilaterals', () => {
    expect(kindsToDraft(librarian)).toEqual(['study'])
    expect(mayDraft(librarian, 'study', ['library'])).toBe(true)
    expect(mayDraft(librarian, 'study', ['harbour'])).toBe(false)
    expect(mayDraft(librarian, 'bilateral', ['library', 'harbour'])).toBe(false)
    expect(proposesFor(librarian)).toEqual(['library'])
  })

  it('when it is a delegate, then they begin nothing', () => {
    expect(kindsToDraft(clerk)).toEqual([])
    expect(mayDraft(clerk, 'study', ['library'])).toBe(false)
    expect(proposesFor(clerk)).toEqual([])
  })

  it('when parties are missing, then a draft may wait for them; when there are too many, then it is refused', () => {
    expect(draftArityRefusal('bilateral', ['library'])).toBeNull()
    expect(draftArityRefusal('multilateral', ['library'])).toBeNull()
    expect(draftArityRefusal('bilateral', ['library', 'harbour', 'school'])).toEqual({
      refused: 'bilateral-needs-two',
      parties: 3,
    })
    expect(draftArityRefusal('study', ['library', 'harbour'])).toEqual({ refused: 'study-needs-one', parties: 2 })
    expect(draftArityRefusal('multilateral', ['library', 'library'])).toEqual({ refused: 'party-named-twice' })
  })
})

describe('Given a bilateral whose titles are its parties’ own', () => {
  const closed = { shared: false, askedByPartyId: null }
  const want = (sharing: typeof closed | { shared: boolean; askedByPartyId: string }, party: string, wanted: boolean) =>
    decideTitles(sharing, bilateral, standing(head(party), bilateral), wanted)

  it('when one party would share them, then it waits; when the other agrees, then they are shared', () => {
    const asked = { shared: false, askedByPartyId: 'library' }
    expect(want(closed, 'library', true)).toEqual(asked)
    expect(want(asked, 'library', true)).toEqual(asked)
    const shared = { shared: true, askedByPartyId: null }
    expect(want(asked, 'harbour', true)).toEqual(shared)
    expect(want(shared as never, 'harbour', true)).toEqual(shared)
  })

  it('when either takes it back, then they are closed at once', () => {
    expect(want({ shared: true, askedByPartyId: null } as never, 'harbour', false)).toEqual(closed)
  })

  it('when a head installed since would share them, then it is refused; to close them is not', () => {
    const installed = standing({ ...head('harbour'), seesFrom: later(1) }, bilateral)
    const asked = { shared: false, askedByPartyId: 'library' }
    expect(decideTitles(asked, bilateral, installed, true)).toEqual({ refused: 'not-entitled' })
    expect(decideTitles(asked, bilateral, installed, false)).toEqual(closed)
  })

  it('when it is over, then nothing more is opened, and what was opened is taken back', () => {
    const over = having(openBilateral, close(head('library')))
    const agreed: Meeting = { ...(over as MeetingIn<'closed'>), state: 'agreed', agreedAt: noon }
    const shared = { shared: true, askedByPartyId: null }
    const by = standing(head('library'), agreed)
    expect(decideTitles(closed, over, by, true)).toEqual({ shared: false, askedByPartyId: 'library' })
    expect(decideTitles(closed, agreed, by, true)).toEqual({ refused: 'meeting-over', state: 'agreed' })
    expect(decideTitles(shared, agreed, by, false)).toEqual(closed)
  })

  it('when somebody asks what is open to them, then it is what their word would change', () => {
    const agreed: Meeting = {
      ...(having(openBilateral, close(head('library'))) as MeetingIn<'closed'>),
      state: 'agreed',
      agreedAt: noon,
    }
    const can = (sharing: TitlesSharing, meeting: Meeting, party: string) =>
      titlesCan(sharing, meeting, standing(head(party), meeting))
    const asked = { shared: false, askedByPartyId: 'library' }
    const shared = { shared: true, askedByPartyId: null }
    expect(can(closed, bilateral, 'library')).toEqual({ share: true, unshare: false })
    expect(can(asked, bilateral, 'library')).toEqual({ share: false, unshare: true })
    expect(can(asked, bilateral, 'harbour')).toEqual({ share: true, unshare: true })
    expect(can(shared, bilateral, 'harbour')).toEqual({ share: false, unshare: true })
    expect(can(closed, agreed, 'library')).toEqual({ share: false, unshare: false })
    expect(can(shared, agreed, 'library')).toEqual({ share: false, unshare: true })
  })

  it('when it is somebody who speaks for neither, or another kind of meeting, then it is refused', () => {
    expect(decideTitles(closed, bilateral, standing(olga, bilateral), true)).toEqual({ refused: 'speaks-for-no-party' })
    expect(decideTitles(closed, chaired, standing(head('library'), chaired), true)).toEqual({
      refused: 'only-in-bilaterals',
    })
  })
})

describe('Given somebody who belongs to both parties of a bilateral (rule 13)', () => {
  const facts = {
    kind: 'bilateral',
    state: 'scheduled',
    createdAt: noon,
    proposed: false,
    sharesAgendaTitles: false,
  } as const
  const torn: Participant = { ...standing(olga, bilateral), group: { ...librarian }, party: null }

  it('when they have not chosen, then they learn that it is held and no more', () => {
    expect(meetingSight({ ...torn, choosesBetween: ['library', 'harbour'] }, facts)).toBe('logistics')
    expect(meetingSight(torn, facts)).toBeNull()
  })
})
