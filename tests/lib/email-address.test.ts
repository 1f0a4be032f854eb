/** Case P2 and attacks 15 and 30: one plain address as RFC 5321, 6531 and 5890 have it, in one form. */
import { describe, expect, test } from 'vitest'
import { emailAddress } from '#lib/auth/email-address.ts'
import { readAddress } from '#lib/auth/read-address.ts'

describe('given one plain address', () => {
  test.each([
    ['ana@почта.рф', 'ana@xn--80a1acny.xn--p1ai'],
    ['ana@XN--80A1ACNY.xn--p1ai', 'ana@xn--80a1acny.xn--p1ai'],
    ['Ана@почта.рф', 'ана@xn--80a1acny.xn--p1ai'],
    ['a&b=c/d#e~f%g@example.org', 'a&b=c/d#e~f%g@example.org'],
    ["o'hara+list@example.org", "o'hara+list@example.org"],
    [' Ana@Example.ORG \t', 'ana@example.org'],
    ['rene\u0301@example.org', 'ren\u00e9@example.org'],
    ['x@straße.de', 'x@xn--strae-oqa.de'],
  ])('when %j is given, then %j is kept', (typed, kept) => {
    expect(readAddress(typed)).toBe(kept)
    expect(readAddress(kept)).toBe(kept)
    expect(emailAddress.parse(typed)).toBe(kept)
  })
})

describe('given what is no plain address', () => {
  test.each([
    '"e@attacker"@victim',
    '"e@attacker"@victim.org',
    'a@b.org, c@d.org',
    'a@b.org;c@d.org',
    'Ana <a@b.org>',
    'a@b@c.org',
    'a＠b.org',
    'a\n@b.org',
    'a@b.org\n',
    'a@b.org\r\nBcc: x@y.org',
    'a@victim',
    'a@[192.0.2.1]',
    'a@192.0.2.1',
    '.a@b.org',
    'a..b@c.org',
    'a@-b.org',
    'a@b_c.org',
    'a@b.org.',
    'a@b%2eorg.net',
    'a\u202eb@c.org',
    'a@b\u200b.org',
    `${'x'.repeat(65)}@b.org`,
    `${'я'.repeat(33)}@b.org`,
    `a@${'x'.repeat(64)}.org`,
    `a@${Array(50).fill('label').join('.')}.org`,
    '',
  ])('when %j is given, then it is refused', (typed) => {
    expect(readAddress(typed)).toBeNull()
    expect(emailAddress.safeParse(typed).error?.issues[0]?.message).toBe('not-an-address')
  })
})
