/** Every refusal says why in words, once, and no words wait for a refusal that nobody gives. */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { minutesSentences } from '#domain/record/minutes-words.ts'
import { statusOf } from '#lib/api/statuses.ts'
import { say } from '#lib/words/say.ts'
import fields from '#messages/en/fields.json' with { type: 'json' }
import minutes from '#messages/en/minutes.json' with { type: 'json' }
import refusals from '#messages/en/refusals.json' with { type: 'json' }

const root = path.resolve(import.meta.dirname, '..', '..')
const code = /'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g
/** `{ refused: 'a' }`, `refused: b ? 'a' : 'c'`, `refused: 'a' | 'c'`, and `Refusal<'a' | 'c'>`. */
const givings = [/\brefused:\s*([^,;})\n]*(?:\n\s*\|[^,;})\n]*)*)/g, /\bRefusal<([^>]*)>/g]
/** What was sent, and names, which features/meetings/commands add to refusals of the domain: planned-time.ts, party-names.ts. */
const added = ['names', 'wall', 'endWall', 'timeZone']

/** Each code that the rooms can refuse with, and what the files that give it talk about. */
async function refusalsInSource(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  for await (const file of glob('{domain,features,lib,store}/**/*.{ts,tsx}', { cwd: root })) {
    const source = readFileSync(path.join(root, file), 'utf8')
    const names = source.match(/\b[a-zA-Z]\w*\b/g) ?? []
    for (const given of givings.flatMap((giving) => [...source.matchAll(giving)])) {
      // What a condition compares with is no code.
      for (const [, refused = ''] of (given[1] ?? '').replaceAll(/[!=]==\s*'[^']*'|\['refused'\]/g, '').matchAll(code))
        found.set(refused, new Set([...(found.get(refused) ?? []), ...names]))
    }
  }
  return found
}

describe('given every refusal of the rules and of the server', async () => {
  const given = await refusalsInSource()

  test('then each code has its words', () => {
    expect(given.size).toBeGreaterThan(100)
    expect([...given.keys()].filter((refused) => !(refused in refusals))).toEqual([])
  })

  test('then each code of the list is given, and has its words', () => {
    expect(Object.keys(statusOf).sort()).toEqual(Object.keys(refusals).sort())
    expect(Object.keys(statusOf).filter((refused) => !given.has(refused))).toEqual([])
  })

  test('then all words belong to a code that is given', () => {
    expect(Object.keys(refusals).filter((refused) => !given.has(refused))).toEqual([])
  })

  test('then the words name facts that come with the refusal', () => {
    for (const refused of Object.keys(refusals)) {
      // Two stands for any fact: it can be counted, chosen by, and read as an instant.
      const facts = Object.fromEntries([...added, ...(given.get(refused) ?? [])].map((name) => [name, 2]))
      expect(say('refusals', refused, facts), refused).toMatch(/^\S.*[.”]$/s)
    }
  })
})

test('given a number, then it is told with the grouping of the reader’s language', () => {
  expect(say('refusals', 'text-too-long', { field: 'wording', limit: 20_000 })).toContain('20,000')
  expect(say('refusals', 'passage-out-of-bounds', { passageCount: 31_200 })).toContain('31,200')
})

test('given a sentence of a refusal, then no number in it is put in as it comes', () => {
  const counted = ['limit', 'least', 'most', 'minutes', 'count', 'max', 'min', 'length', 'maxLength', 'passageCount']
  const bare = new RegExp(`\\{(${counted.join('|')})\\}`)
  expect(Object.entries({ ...refusals, ...fields.too_small }).filter(([, words]) => bare.test(words))).toEqual([])
})

test('given the sentences of the minutes, then each has its words, and no words are left over', () => {
  expect(Object.keys(minutes).sort()).toEqual([...minutesSentences].sort())
})
