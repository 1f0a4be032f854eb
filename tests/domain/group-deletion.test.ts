import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideDeletion, decideDeletionEnd, dueDeletion, postponedTo } from '#domain/group-deletion.ts'

const monday = new Date('2026-03-02T08:00:00Z')
const nextMonday = new Date('2026-03-09T08:00:00Z')
const hours = (count: number, from = monday) => new Date(from.getTime() + count * 3_600_000)
const organizer = { organizer: true, headOf: null }
const head = { organizer: false, headOf: 'library' }
const member = { organizer: false, headOf: null }

describe('Given a group', () => {
  const group = { deletesAt: null, deletionEndedAt: null }

  it('when an organizer announces its deletion, then its people have seven days', () => {
    expect(decideDeletion(group, organizer, monday)).toEqual({ type: 'deletion-announced', deletesAt: nextMonday })
  })

  it('when anybody else announces it, then it is refused; and there is nothing to end', () => {
    for (const by of [member, head]) expect(decideDeletion(group, by, monday)).toEqual({ refused: 'not-entitled' })
    for (const by of [organizer, head])
      expect(decideDeletionEnd(group, by)).toEqual({ refused: 'no-deletion-announced' })
    expect(dueDeletion(group, organizer, nextMonday)).toBe('none')
  })

  it('when one was stopped, then the next is announced a day later at the earliest', () => {
    const stopped = { ...group, deletionEndedAt: monday }
    expect(decideDeletion(stopped, organizer, hours(23))).toEqual({
      refused: 'deletion-ended-lately',
      from: hours(24),
    })
    expect(decideDeletion(stopped, organizer, hours(24))).toMatchObject({ type: 'deletion-announced' })
  })
})

describe('Given a group whose deletion is announced', () => {
  const group = { deletesAt: nextMonday, deletionEndedAt: null }

  it('when it is announced again, then it is refused, and the day stays', () => {
    expect(decideDeletion(group, organizer, monday)).toEqual({ refused: 'deletion-announced-already' })
  })

  it('when an organizer calls it off or the head of any party stops it, then it is; nobody else does', () => {
    expect(decideDeletionEnd(group, organizer)).toEqual({ type: 'deletion-called-off' })
    expect(decideDeletionEnd(group, head)).toEqual({ type: 'deletion-stopped', partyId: 'library' })
    expect(decideDeletionEnd(group, member)).toEqual({ refused: 'not-entitled' })
  })

  it('when its day comes, then it is done only if whoever announced it still organizes the group', () => {
    expect(dueDeletion(group, organizer, hours(-1, nextMonday))).toBe('waits')
    expect(dueDeletion(group, organizer, nextMonday)).toBe('due')
    for (const at of [monday, nextMonday]) expect(dueDeletion(group, member, at)).toBe('void')
  })

  it('when the instance was away, then the time in which nobody could take anything along does not count', () => {
    expect(postponedTo(nextMonday, monday, hours(1))).toEqual(nextMonday)
    expect(postponedTo(nextMonday, monday, hours(30))).toEqual(hours(30, nextMonday))
    // However it looks, and however it is away: the looks that are an hour apart or less add up to the whole delay.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        let [at, deletesAt, reachable] = [monday, nextMonday, 0]
        for (const minutes of gaps) {
          const now = new Date(at.getTime() + minutes * 60_000)
          deletesAt = postponedTo(deletesAt, at, now)
          reachable += minutes > 60 ? 0 : minutes
          at = now
          if (at.getTime() >= deletesAt.getTime()) expect(reachable).toBeGreaterThanOrEqual(7 * 24 * 60)
        }
      }),
    )
  })
})
