import { describe, expect, it } from 'vitest'
import { announceDeletion, callOffDeletion } from '#domain/group-deletion.ts'

const monday = new Date('2026-03-02T08:00:00Z')
const nextMonday = new Date('2026-03-09T08:00:00Z')
const organizer = { organizer: true }
const member = { organizer: false }

describe('Given a group', () => {
  const group = { deletesAt: null }

  it('when an organizer announces its deletion, then its people have seven days', () => {
    expect(announceDeletion(group, organizer, monday)).toEqual({ type: 'deletion-announced', deletesAt: nextMonday })
  })

  it('when anybody else announces it, then it is refused; and there is nothing to call off', () => {
    expect(announceDeletion(group, member, monday)).toEqual({ refused: 'not-entitled' })
    expect(callOffDeletion(group, organizer)).toEqual({ refused: 'no-deletion-announced' })
  })
})

describe('Given a group whose deletion is announced', () => {
  const group = { deletesAt: nextMonday }

  it('when it is announced again, then it is refused, and the day stays', () => {
    expect(announceDeletion(group, organizer, monday)).toEqual({ refused: 'deletion-announced-already' })
  })

  it('when any organizer calls it off, then it is; nobody else does', () => {
    expect(callOffDeletion(group, organizer)).toEqual({ type: 'deletion-called-off' })
    expect(callOffDeletion(group, member)).toEqual({ refused: 'not-entitled' })
  })
})
