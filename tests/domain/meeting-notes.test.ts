import { describe, expect, it } from 'vitest'
import { decideNotes, longestNotesTogether } from '#domain/meeting/notes.ts'
import {
  answer,
  bilateral,
  bilateralDraft,
  close,
  delegate,
  having,
  head,
  offer,
  openBilateral,
  openMultilateral,
  outsider,
  standing,
} from './meeting-scene.ts'

const library = head('library')
const before = { text: 'The gauge is read weekly.', version: 3 }
const seen = (version: number, recordStands = false, others = 0) => ({ seen: version, recordStands, others })

describe('Given the notes of an item', () => {
  it('when whoever keeps the record writes on what stands, then the version rises', () => {
    expect(decideNotes(openBilateral, standing(library, openBilateral), before, 'Daily.', seen(3))).toEqual({
      text: 'Daily.',
      version: 4,
    })
    const closed = having(openBilateral, close(library))
    expect(decideNotes(closed, standing(library, closed), before, 'Daily.', seen(3))).toMatchObject({ version: 4 })
  })

  it('when they wrote on an older version, then they are told what stands, and the same words again change nothing', () => {
    const by = standing(library, openBilateral)
    expect(decideNotes(openBilateral, by, before, 'Daily.', seen(2))).toEqual({
      refused: 'notes-changed',
      notes: 'The gauge is read weekly.',
      notesVersion: 3,
    })
    expect(decideNotes(openBilateral, by, before, before.text, seen(2))).toBe(before)
  })

  it('when others write, or before the opening, or once the record stands, then they are refused', () => {
    const delegated = standing(delegate('library'), openBilateral)
    expect(decideNotes(openBilateral, delegated, before, 'Daily.', seen(3))).toEqual({ refused: 'not-entitled' })
    const ofParty = standing(library, openMultilateral)
    expect(decideNotes(openMultilateral, ofParty, before, 'Daily.', seen(3))).toEqual({ refused: 'not-entitled' })
    const chair = standing(outsider, openMultilateral)
    expect(decideNotes(openMultilateral, chair, before, 'Daily.', seen(3))).toMatchObject({ version: 4 })
    expect(decideNotes(bilateral, standing(library, bilateral), before, 'Daily.', seen(3))).toEqual({
      refused: 'meeting-not-opened',
    })
    expect(decideNotes(openBilateral, standing(library, openBilateral), before, 'Daily.', seen(3, true))).toEqual({
      refused: 'record-stands',
    })
  })
})

describe('Given a meeting whose notes are nearly as long as its minutes can hold', () => {
  const by = standing(library, openBilateral)
  const others = longestNotesTogether - 40

  it('when they would grow beyond, then they are refused, with the bound', () => {
    expect(decideNotes(openBilateral, by, before, 'x'.repeat(40), seen(3, false, others))).toMatchObject({ version: 4 })
    expect(decideNotes(openBilateral, by, before, 'x'.repeat(41), seen(3, false, others))).toEqual({
      refused: 'notes-full',
      limit: longestNotesTogether,
    })
  })

  it('when they become shorter, then they are written, however long the others are', () => {
    expect(decideNotes(openBilateral, by, before, 'Daily.', seen(3, false, 2 * longestNotesTogether))).toMatchObject({
      version: 4,
    })
  })
})

describe('Given a bilateral that was made for what another carried over (rule 16)', () => {
  const carried = { ...bilateralDraft, proposedByPartyId: 'library' }

  it('when nobody has offered a time yet, then either party offers one, and an organizer’s own draft waits for its date', () => {
    expect(answer(carried, offer(head('harbour'), 'first'))).toMatchObject([
      { type: 'seat-taken' },
      { type: 'time-offered' },
    ])
    expect(answer(carried, offer(library, 'first'))).toMatchObject([{ type: 'seat-taken' }, { type: 'time-offered' }])
    expect(answer(bilateralDraft, offer(library, 'first'))).toEqual({ refused: 'offer-changed' })
  })
})
