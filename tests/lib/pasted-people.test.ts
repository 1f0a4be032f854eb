import { describe, expect, test } from 'vitest'
import { readPastedParties, readPastedPeople } from '#lib/mail/pasted-people.ts'

const told = (pasted: string) =>
  readPastedPeople(pasted).map(({ name, email, flaw }) => `${name}|${email ?? ''}|${flaw ?? ''}`)

describe('given a pasted list of people', () => {
  test.each([
    ['one a line', 'ana@reed.invalid\nben@reed.invalid', ['|ana@reed.invalid|', '|ben@reed.invalid|']],
    ['commas', 'ana@reed.invalid, ben@reed.invalid', ['|ana@reed.invalid|', '|ben@reed.invalid|']],
    [
      'semicolons, as Outlook has them',
      'Ana <ana@reed.invalid>; Ben <ben@reed.invalid>;',
      ['Ana|ana@reed.invalid|', 'Ben|ben@reed.invalid|'],
    ],
    [
      'a quoted name with a comma',
      '"Reis, Ana" <ana@reed.invalid>, ben@reed.invalid',
      ['Reis, Ana|ana@reed.invalid|', '|ben@reed.invalid|'],
    ],
    [
      'a quoted name with the sign of an address',
      '"Ana @ Reed, office" <ana@reed.invalid>',
      ['Ana @ Reed, office|ana@reed.invalid|'],
    ],
    ['a bare name with a comma', 'Reis, Ana <ana@reed.invalid>', ['Reis, Ana|ana@reed.invalid|']],
    ['a name before a bare address', 'Ana Reis ana@reed.invalid', ['Ana Reis|ana@reed.invalid|']],
    ['a column beside another', 'Ana Reis\tana@reed.invalid', ['Ana Reis|ana@reed.invalid|']],
    ['capitals, blanks and a link', '  <mailto:ANA@Reed.invalid> ', ['|ana@reed.invalid|']],
    ['a domain beyond ASCII', 'почта@пример.рф', ['|почта@xn--e1afmkfd.xn--p1ai|']],
    ['no address', 'Ana Reis', ['||no-address']],
    ['none that can be written to', 'Ana <ana@reed>', ['Ana||not-an-address']],
    ['nothing', ' \n ; , ', []],
  ])('when it has %s, then each is understood', (_, pasted, expected) => {
    expect(told(pasted)).toEqual(expected)
  })

  test('when an entry is not understood, then it is given back as it was pasted', () => {
    expect(readPastedPeople('who@@where').map(({ pasted }) => pasted)).toEqual(['who@@where'])
  })
})

describe('given a pasted list of parties', () => {
  test.each([
    ['Upper Mills', ['Upper Mills', '', null, null]],
    ['Upper Mills, ', ['Upper Mills', '', null, null]],
    ['Upper Mills, tomas@mills.invalid', ['Upper Mills', '', 'tomas@mills.invalid', null]],
    ['Upper Mills <tomas@mills.invalid>', ['Upper Mills', '', 'tomas@mills.invalid', null]],
    ['Upper Mills, Tomas Reis <tomas@mills.invalid>', ['Upper Mills', 'Tomas Reis', 'tomas@mills.invalid', null]],
    ['Upper Mills\ttomas@mills.invalid', ['Upper Mills', '', 'tomas@mills.invalid', null]],
    ['Town, Harbour and Co', ['Town, Harbour and Co', '', null, null]],
    ['Upper Mills, tomas@mills', ['Upper Mills', '', null, 'not-an-address']],
  ])('when a line says %j, then it is understood', (line, [name, headName, headEmail, flaw]) => {
    expect(readPastedParties(line)).toEqual([{ name, headName, headEmail, flaw }])
  })
})
