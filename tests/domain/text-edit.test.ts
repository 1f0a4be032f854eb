import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DraftPassage,
  type EditChange,
  type EditCommand,
  editPassages,
  maxPassagesPerEdit,
  undo,
} from '#domain/text/edit.ts'
import { initialPosition, positionBetween } from '#domain/text/position.ts'

const draft = (...rows: (string | Partial<DraftPassage>)[]): DraftPassage[] =>
  rows.map((row, index) => ({
    id: `p${index}`,
    position: initialPosition(index),
    kind: 'paragraph',
    level: 0,
    text: '',
    label: null,
    suspect: null,
    dropped: false,
    ...(typeof row === 'string' ? { text: row } : row),
  }))
function change(window: readonly DraftPassage[], command: EditCommand): EditChange {
  const answer = editPassages(window, command)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
/** The passages after a change, in reading order. */
function applyChange(passages: readonly DraftPassage[], change: EditChange): readonly DraftPassage[] {
  const after = new Map(change.update.map((row) => [row.after.id, row.after]))
  const removed = new Set(change.remove.map(({ id }) => id))
  return [
    ...passages.filter(({ id }) => !removed.has(id)).map((row) => after.get(row.id) ?? row),
    ...change.insert,
  ].sort((one, other) => one.position - other.position)
}

const edited = (window: readonly DraftPassage[], command: EditCommand) => applyChange(window, change(window, command))
const texts = (rows: readonly DraftPassage[]) => rows.map(({ text }) => text)

describe('given a draft, when passages are merged', () => {
  const rows = draft('The council', { text: '17', dropped: true }, 'meets in spring.', 'And in autumn.')

  test('then the earlier one takes the words of the next kept one, across what was dropped', () => {
    const answer = change(rows, { edit: 'merge', id: 'p0', with: 'next' })
    expect(answer).toEqual({
      update: [{ before: rows[0], after: { ...rows[0], text: 'The council meets in spring.' } }],
      insert: [],
      remove: [rows[2]],
    })
  })

  test('then merging with the previous one is the same edit', () => {
    expect(change(rows, { edit: 'merge', id: 'p2', with: 'previous' })).toEqual(
      change(rows, { edit: 'merge', id: 'p0', with: 'next' }),
    )
  })

  test('then the label of a list item stays among the words', () => {
    const list = draft(
      { kind: 'list-item', level: 1, label: '1.', text: 'Talk' },
      { kind: 'list-item', level: 1, label: '2.', text: 'Wait' },
    )
    expect(edited(list, { edit: 'merge', id: 'p0', with: 'next' })).toMatchObject([
      { label: '1.', text: 'Talk 2. Wait' },
    ])
  })

  test('then there is no space where the script has none', () => {
    expect(texts(edited(draft('河川', '会議'), { edit: 'merge', id: 'p0', with: 'next' }))).toEqual(['河川会議'])
  })

  test('then what cannot be merged is refused', () => {
    const refused = (window: DraftPassage[], id: string, side: 'next' | 'previous') =>
      editPassages(window, { edit: 'merge', id, with: side })
    expect(refused(rows, 'p9', 'next')).toEqual({ refused: 'unknown-passage' })
    expect(refused(rows, 'p1', 'next')).toEqual({ refused: 'passage-dropped' })
    expect(refused(rows, 'p0', 'previous')).toEqual({ refused: 'no-neighbour' })
    expect(refused(rows, 'p3', 'next')).toEqual({ refused: 'no-neighbour' })
    expect(refused(draft('a'.repeat(10_000), 'b'.repeat(10_000)), 'p0', 'next')).toEqual({
      refused: 'passage-too-long',
      length: 20_001,
      maxLength: 20_000,
    })
  })
})

describe('given a draft, when a passage is split', () => {
  const split = (text: string, offset: number) =>
    editPassages(draft(text, 'Next.'), { edit: 'split', id: 'p0', offset, newId: 'n' })

  test('then what follows is a new passage between it and the next', () => {
    const rows = edited(draft('One. Two.', 'Three.'), { edit: 'split', id: 'p0', offset: 4, newId: 'n' })
    expect(rows).toMatchObject([{ id: 'p0', text: 'One.' }, { id: 'n', text: 'Two.' }, { id: 'p1' }])
  })

  test('then what is cut off a heading is a paragraph, and a label stays with the first part', () => {
    expect(
      edited(draft({ kind: 'heading', level: 2, text: 'Tools They belong' }), {
        edit: 'split',
        id: 'p0',
        offset: 5,
        newId: 'n',
      }),
    ).toMatchObject([
      { kind: 'heading', level: 2 },
      { kind: 'paragraph', level: 0 },
    ])
    expect(
      edited(draft({ kind: 'list-item', level: 2, label: 'a)', text: 'One two' }), {
        edit: 'split',
        id: 'p0',
        offset: 3,
        newId: 'n',
      }),
    ).toMatchObject([{ label: 'a)' }, { kind: 'list-item', level: 2, label: null }])
  })

  test('then a part without words, half a character and a dropped passage are refused', () => {
    for (const offset of [0, -1, 9, 99, Number.NaN])
      expect(split(' words   ', offset)).toEqual({ refused: 'split-leaves-nothing' })
    for (const text of ['a👩‍🌾', 'a🇳🇵', 'ag̈']) {
      for (let offset = 2; offset < text.length; offset += 1) {
        if (text === 'ag̈' && offset === 1) continue
        expect(split(text, offset)).toEqual({ refused: 'split-inside-character' })
      }
    }
    expect(
      editPassages(draft({ text: 'a b', dropped: true }), { edit: 'split', id: 'p0', offset: 1, newId: 'n' }),
    ).toEqual({
      refused: 'passage-dropped',
    })
  })

  test('then it can be split again and again without touching its neighbours', () => {
    let rows: readonly DraftPassage[] = draft(`${'word '.repeat(300)}end`, 'Next.')
    for (let count = 0; count < 300; count += 1) {
      const id = count === 0 ? 'p0' : `n${count - 1}`
      rows = edited(rows, { edit: 'split', id, offset: 4, newId: `n${count}` })
    }
    expect(rows).toHaveLength(302)
    expect(rows.at(-1)?.text).toBe('Next.')
    for (let count = 0; count < 25; count += 1) {
      const id = rows[0]?.id ?? ''
      rows = edited([{ ...draft('one two')[0], ...rows[0], text: 'one two' } as DraftPassage, ...rows.slice(1)], {
        edit: 'split',
        id,
        offset: 3,
        newId: `m${count}`,
      })
    }
    expect(new Set(rows.map(({ position }) => position)).size).toBe(327)
  })

  test('then a draft without room says so', () => {
    const near = draft('a b', 'c').map((row, index) => ({ ...row, position: index === 0 ? 1 : 1 + Number.EPSILON }))
    expect(editPassages(near, { edit: 'split', id: 'p0', offset: 1, newId: 'n' })).toEqual({
      refused: 'no-position-left',
    })
    expect(positionBetween(1, null)).toBeGreaterThan(1)
  })
})

describe('given a draft, when a passage is retyped, dropped or restored', () => {
  const rows = draft('Tools', { text: '45 mins read', suspect: 'reading-time' }, 'Words.')

  test('then its kind and level change, within the bounds of the kind', () => {
    expect(edited(rows, { edit: 'retype', id: 'p0', kind: 'heading', level: 2 })[0]).toMatchObject({
      kind: 'heading',
      level: 2,
      text: 'Tools',
    })
    for (const [kind, level, min, max] of [
      ['heading', 7, 0, 6],
      ['paragraph', 1, 0, 0],
      ['list-item', 0, 1, 6],
      ['quote', 1.5, 1, 6],
    ] as const) {
      expect(editPassages(rows, { edit: 'retype', id: 'p0', kind, level })).toEqual({
        refused: 'level-out-of-bounds',
        min,
        max,
      })
    }
  })

  test('then several are dropped and restored at once, and only rows that change are written', () => {
    const dropped = edited(rows, { edit: 'drop', ids: ['p1', 'p2', 'p1'] })
    expect(dropped.map((row) => row.dropped)).toEqual([false, true, true])
    expect(change(dropped, { edit: 'restore', ids: ['p0', 'p1'] }).update.map((row) => row.after.id)).toEqual(['p1'])
  })

  test('then the same again, the unknown and the too many are refused', () => {
    expect(editPassages(rows, { edit: 'restore', ids: ['p0'] })).toEqual({ refused: 'nothing-to-change' })
    expect(editPassages(rows, { edit: 'retype', id: 'p0', kind: 'paragraph', level: 0 })).toEqual({
      refused: 'nothing-to-change',
    })
    expect(editPassages(rows, { edit: 'drop', ids: ['p0', 'p9'] })).toEqual({ refused: 'unknown-passage' })
    const ids = Array.from({ length: maxPassagesPerEdit + 1 }, (_, index) => `p${index}`)
    expect(editPassages(rows, { edit: 'drop', ids })).toEqual({ refused: 'too-many-at-once', count: 1_001, max: 1_000 })
  })
})

describe('given any draft and any edits', () => {
  const words = fc.stringMatching(/^[a-c😀é]{1,4}( [a-c]{1,4}){0,4}$/u)
  const rows = fc.array(fc.record({ text: words, label: fc.constantFrom(null, '1.'), dropped: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  const steps = fc.array(
    fc.record({
      edit: fc.constantFrom('merge-next', 'merge-previous', 'split', 'drop', 'restore', 'retype'),
      at: fc.nat(7),
      offset: fc.nat(20),
    }),
    { maxLength: 12 },
  )
  const command = (step: { edit: string; offset: number }, id: string, newId: string): EditCommand => {
    if (step.edit === 'split') return { edit: 'split', id, offset: step.offset, newId }
    if (step.edit === 'retype') return { edit: 'retype', id, kind: 'heading', level: (step.offset % 6) + 1 }
    if (step.edit === 'drop' || step.edit === 'restore') return { edit: step.edit, ids: [id] }
    return { edit: 'merge', id, with: step.edit === 'merge-next' ? 'next' : 'previous' }
  }
  const letters = (passages: readonly DraftPassage[]) =>
    passages
      .filter(({ dropped }) => !dropped)
      .map(({ label, text }) => `${label ?? ''}${text}`)
      .join('')
      .replace(/\s/g, '')

  test('then merging, splitting and retyping change no word, and every edit can be undone', () => {
    fc.assert(
      fc.property(rows, steps, (given, edits) => {
        let passages: readonly DraftPassage[] = draft(...given)
        for (const [index, step] of edits.entries()) {
          const id = passages[step.at % passages.length]?.id ?? ''
          const answer = editPassages(passages, command(step, id, `n${index}`))
          if ('refused' in answer) continue
          const next = applyChange(passages, answer)
          if (step.edit !== 'drop' && step.edit !== 'restore') expect(letters(next)).toBe(letters(passages))
          expect(applyChange(next, undo(answer))).toEqual(passages)
          expect(new Set(next.map(({ position }) => position)).size).toBe(next.length)
          passages = next
        }
      }),
      { numRuns: 500 },
    )
  })

  test('then a split between words and a merge of the parts give the passage back', () => {
    fc.assert(
      fc.property(words, (text) => {
        const given = draft(text)
        for (let offset = text.indexOf(' '); offset !== -1; offset = text.indexOf(' ', offset + 1)) {
          const parts = edited(given, { edit: 'split', id: 'p0', offset, newId: 'n' })
          expect(edited(parts, { edit: 'merge', id: 'p0', with: 'next' })).toEqual(given)
        }
      }),
    )
  })
})
