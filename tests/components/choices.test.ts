import { describe, expect, it } from 'vitest'
import { moveTo } from '#components/collections/reorder.ts'
import { matching, OFFERED } from '#components/forms/matching.ts'
import { zoneWords } from '#lib/zone-names.ts'

const named = (...labels: string[]) => labels.map((label) => ({ label }))

describe('matching: what a combobox offers', () => {
  it('finds letters with accents by letters without, in any case', () => {
    expect(matching(named('America/São Paulo', 'Africa/Lagos'), 'SAO')).toEqual(named('America/São Paulo'))
  })

  it('finds words however they are joined, and by words that are not shown', () => {
    const zones = named('America/Sao Paulo', 'Asia/Kathmandu', 'Asia/Kolkata')
    expect(matching(zones, 'sao_paulo')).toEqual(named('America/Sao Paulo'))
    const also = ({ label }: { label: string }) => zoneWords(label, 'en')
    expect(matching(zones, 'nepal', also)).toEqual(named('Asia/Kathmandu'))
    expect(matching(zones, 'Asia/Calcutta', also)).toEqual(named('Asia/Kolkata'))
    expect(matching(zones, 'atlantis', also)).toEqual([])
  })

  it('wants every word, in any order', () => {
    expect(matching(named('Reed Harbour', 'Stone Harbour'), 'harbour reed')).toEqual(named('Reed Harbour'))
  })

  it('puts what begins with the typed letters first', () => {
    expect(matching(named('Upper Mills', 'Mills of the North'), 'mill')).toEqual(
      named('Mills of the North', 'Upper Mills'),
    )
  })

  it('offers everything while nothing is typed, up to its bound', () => {
    const many = named(...Array.from({ length: OFFERED + 1 }, (_, index) => `Party ${index}`))
    expect(matching(many, ' ')).toHaveLength(OFFERED)
  })
})

describe('moveTo: a new order', () => {
  it.each([
    { moving: ['a'], to: 1, order: ['b', 'a', 'c'] },
    { moving: ['c'], to: 0, order: ['c', 'a', 'b'] },
    { moving: ['a', 'c'], to: 1, order: ['b', 'a', 'c'] },
    { moving: ['b'], to: 9, order: ['a', 'c', 'b'] },
  ])('takes $moving to place $to', ({ moving, to, order }) => {
    expect(moveTo(['a', 'b', 'c'], moving, to)).toEqual(order)
  })
})
