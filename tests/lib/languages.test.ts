/** Which language somebody is spoken to in, and what the languages that nobody speaks are made of. */
import { describe, expect, it, test, vi } from 'vitest'
import { catalogOf } from '#lib/words/catalog.ts'
import { inLanguage } from '#lib/words/context.ts'
import { besideFirst, firstWords } from '#lib/words/first.ts'
import { messagesOf } from '#lib/words/namespaces.ts'
import { say } from '#lib/words/say.ts'
import { seldomWords } from '#lib/words/seldom.ts'
import { messages } from '#messages/en.ts'
import { languageTags } from '#messages/languages.ts'

/** The function anew, with an environment in which the settings were not read yet. */
async function languageForIn(env: Record<string, string>) {
  vi.resetModules()
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const { languageFor } = await import('#lib/words/offered.ts')
  // The settings are read at the first question.
  languageFor(null)
  return (said: string | null, asked?: string) => languageFor(said, asked).tag
}

describe('given an instance that offers the languages that nobody speaks', async () => {
  const languageFor = await languageForIn({ PSEUDO_LANGUAGES: '1' })

  it('speaks what the account or the group says, whatever the browser asks for', () => {
    expect(languageFor('ar-XB', 'en')).toBe('ar-XB')
  })

  it('else speaks what the browser wants most among what there is', () => {
    expect(languageFor(null, 'fr, en-XA;q=0.4, ar-XB;q=0.8')).toBe('ar-XB')
    expect(languageFor(null, 'en-AU,ar-XB;q=0.9')).toBe('en')
    expect(languageFor(null, 'en-XA;q=0, ar-XB;q=0.1')).toBe('ar-XB')
  })

  it('else speaks the first language, also of a header that is none', () => {
    for (const asked of ['', 'fr', '*', 'x'.repeat(5000), ';;q=,,=', 'en-XA;q=nothing'])
      expect(languageFor(null, asked)).toBe('en')
    expect(languageFor('tlh')).toBe('en')
  })
})

describe('given any other instance', async () => {
  const languageFor = await languageForIn({ PSEUDO_LANGUAGES: '' })

  it('speaks none of them, even to somebody who chose one', () => {
    expect(languageFor('ar-XB', 'en-XA')).toBe('en')
  })
})

describe('given a language that is made of English', () => {
  it('is longer and has marks, and its facts stay', () => {
    const said = inLanguage('en-XA', () => say('mail', 'invitation-party.subject', { inviter: 'Ines', party: 'Reed' }))
    expect(said).toBe('Ines ííñṽííţééš ýóóúú ţóó ĵóóííñ Reed')
  })

  it('runs from the right, and keeps names apart from what surrounds them', () => {
    const said = inLanguage('ar-XB', () => say('mail', 'invitation-party.subject', { inviter: 'Ines', party: 'Reed' }))
    expect(said).toBe('\u2068Ines\u2069 ينڤيتيس يوو تو جوين \u2068Reed\u2069')
  })

  it('leaves an address on its line as it is', () => {
    const facts = { link: 'https://council.invalid/verify?token=a', minutes: 30 }
    expect(inLanguage('ar-XB', () => say('mail', 'sign-in.body', facts))).toMatch(
      /^https:\/\/council\.invalid\/verify\?token=a$/m,
    )
  })

  it('counts by the rules of its language', () => {
    const count = (number: number) => inLanguage('en-XA', () => say('home', 'more', { count: number }))
    expect(count(1)).not.toContain('1')
    expect(count(3)).toBe('3 ɱóóóŕééé')
  })

  it('has every sentence, and no English in any', () => {
    for (const tag of languageTags.filter((one) => one !== 'en'))
      expect(JSON.stringify(textsOf(catalogOf(tag)))).not.toMatch(/[a-z]{2}/i)
    expect(keysOf(catalogOf('ar-XB'))).toEqual(keysOf(messages))
  })
})

type Tree = { readonly [key: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

function keysOf(tree: Tree, above = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? keysOf(value, `${above}${key}.`) : `${above}${key}`,
  )
}

/** The literal text of all messages, without the names of arguments, of tags and of what is chosen between. */
function textsOf(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node]
  if (isTree(node)) return Object.values(node).flatMap(textsOf)
  if (!Array.isArray(node)) return []
  return node.flatMap((part) => {
    if (!Array.isArray(part)) return textsOf(part)
    return typeof part[1] === 'number' && part[1] > 0 ? textsOf(part[2]) : textsOf(part.slice(1))
  })
}

test.each(languageTags)(
  'what a script says on every page in %s is what the catalog says, and no page sends it',
  (tag) => {
    const { components } = catalogOf(tag)
    expect({ components }).toMatchObject(firstWords(tag))
    const root = messagesOf(['components.frame', 'components.page'], catalogOf(tag))
    expect(keysOf(besideFirst(root, tag))).toEqual(['components.page.chosen', 'components.page.termMark'])
  },
)

test.each(languageTags)(
  'what a script says by itself in %s is what the catalog says: nothing in it is to be compiled',
  (tag) => {
    expect(seldomWords(tag)).toEqual(catalogOf(tag).seldom)
  },
)
