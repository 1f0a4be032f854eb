import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Disposition, dispositionsRefusal, type OpenThing, offeredOutcome } from '#domain/carry-over.ts'

const item: OpenThing = { kind: 'item', id: 'weir' }
const inquiry: OpenThing = { kind: 'inquiry', id: 'ferry' }
const commitment: OpenThing = { kind: 'commitment', id: 'clear' }
const open = [item, inquiry, commitment]
const carriers = ['next', 'spring']

const carry = (thing: OpenThing, toMeetingId = 'next'): Disposition => ({ ...thing, outcome: 'carry', toMeetingId })
const settled: Disposition = { kind: 'item', id: 'weir', outcome: 'settled' }
const dropped = (reason: string): Disposition => ({ kind: 'inquiry', id: 'ferry', outcome: 'dropped', reason })
const staysOpen: Disposition = { kind: 'commitment', id: 'clear', outcome: 'stays-open' }

describe('Given what is open when a meeting closes (rule 16)', () => {
  it('then what was not finished is offered to a next meeting, and a commitment stays with its responsible party', () => {
    expect(open.map((thing) => offeredOutcome(thing, false))).toEqual(['carry', 'carry', 'stays-open'])
    expect(offeredOutcome(item, true)).toBe('settled')
    expect(offeredOutcome(commitment, true)).toBe('stays-open')
    expect(dispositionsRefusal(open, [carry(item), carry(inquiry), staysOpen], carriers)).toBeNull()
  })

  it('when each thing is settled, dropped with a reason, or stays with its responsible party, then the meeting closes', () => {
    expect(dispositionsRefusal(open, [settled, dropped('Answered by letter'), staysOpen], [])).toBeNull()
    expect(dispositionsRefusal([], [], [])).toBeNull()
  })

  it('when something is left out, then the close is refused with the list', () => {
    expect(dispositionsRefusal(open, [settled], carriers)).toEqual({
      refused: 'open-things-left',
      open: [inquiry, commitment],
    })
  })

  it('when something is dropped without a reason, then it is refused', () => {
    expect(dispositionsRefusal([inquiry], [dropped('  ')], carriers)).toEqual({
      refused: 'text-missing',
      field: 'reason',
      thing: inquiry,
    })
  })

  it('when something is carried to a meeting that cannot take it, is not open here, or is named twice, then it is refused', () => {
    expect(dispositionsRefusal([item], [carry(item, 'closed')], carriers)).toEqual({
      refused: 'cannot-carry-there',
      thing: item,
    })
    expect(dispositionsRefusal([item], [settled, dropped('x')], carriers)).toEqual({
      refused: 'not-open-here',
      thing: inquiry,
    })
    expect(dispositionsRefusal([item], [settled, carry(item)], carriers)).toEqual({
      refused: 'disposed-twice',
      thing: item,
    })
  })

  it('no close goes through that leaves one open thing without a word', () => {
    const thing = fc.record({ kind: fc.constantFrom('item', 'inquiry', 'commitment'), id: fc.string() })
    const things = fc.uniqueArray(thing, { minLength: 1, selector: ({ kind, id }) => `${kind}:${id}` })
    fc.assert(
      fc.property(things, fc.nat(), (all, which) => {
        const forgotten = all[which % all.length]
        const dispositions = all.filter((one) => one !== forgotten).map((one) => carry(one))
        expect(dispositionsRefusal(all, dispositions, carriers)).toEqual({
          refused: 'open-things-left',
          open: [forgotten],
        })
      }),
    )
  })
})
