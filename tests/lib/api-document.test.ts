/** The API's document says of every route what it takes, answers and refuses, with examples that are of that form. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { maxBytesOf, usualBytes } from '#lib/api/body-bounds.ts'
import { documentOf } from '#lib/api/document.ts'
import { codesOf, formOf } from '#lib/api/problem-document.ts'
import { type AnyRoute, FileAnswer, route } from '#lib/api/route.ts'
import { statusOf } from '#lib/api/statuses.ts'
import { listOf, members, uuid, viewOf } from '#lib/api/view-fields.ts'
import refusals from '#messages/en/refusals.json' with { type: 'json' }
import { nouns } from '../../app/api/v1/[[...path]]/nouns.ts'

const routes: readonly AnyRoute[] = nouns.flat()
const document = documentOf(routes)

const operationOf = ({ address }: AnyRoute) => {
  const [method = '', path = ''] = address.split(' ')
  const operation = document.paths[`/api/v1${path}`]?.[method.toLowerCase()]
  if (operation === undefined) throw new Error(`The document does not know ${address}.`)
  return operation
}

test('it is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every operation has an id of its own', () => {
  const ids = routes.map((one) => operationOf(one).operationId)
  expect(ids.length).toBeGreaterThan(100)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(routes.map((one) => [one.address, one] as const))('%s', (_, one) => {
  const { answer, body, status = 200 } = one.config
  const { requestBody, responses } = operationOf(one)

  it('describes its answer, with an example of that form', () => {
    if (answer === undefined) return expect(Object.keys(responses)).toContain('204')
    if (answer instanceof FileAnswer)
      return expect(responses[200]?.content?.[answer.mediaType]?.example).toBe(answer.example)
    const { schema, example } = responses[status]?.content?.['application/json'] ?? {}
    expect(Object.keys(schema ?? {})).not.toEqual([])
    expect(answer.safeParse(example).error).toBeUndefined()
  })

  it('describes what it takes, with an example of that form', () => {
    if (body === undefined) return expect(requestBody).toBeUndefined()
    if (body instanceof z.ZodFile) return expect(requestBody?.content['application/octet-stream']).toBeDefined()
    expect(body.safeParse(requestBody?.content['application/json']?.example).error).toBeUndefined()
  })

  it('describes each refusal, by its status, with an example in words', () => {
    for (const code of codesOf(one)) {
      const media = responses[statusOf[code]]?.content?.['application/problem+json']
      const name = media?.examples?.[code]?.$ref.split('/').at(-1) ?? ''
      const example = document.components.examples[name]?.value
      const problem = z
        .looseObject({ title: z.string().min(1), status: z.number(), refused: z.string() })
        .parse(example)
      expect(problem).toMatchObject({ status: statusOf[code], refused: code })
      const { type: _, title: __, status: ___, refused: ____, ...facts } = problem
      expect(formOf(code, one.config.facts ?? {}).safeParse(facts).error, code).toBeUndefined()
    }
  })
})

test('each refusal comes from some route, but for those that never reach whoever asks one', () => {
  // Said before the API is asked; said by the page to who selects words in it; and never said: acts load the row or make it, and a
  // word that comes too late is answered with the lapse.
  const before = ['address-unclear', 'method-not-allowed', 'too-many-pages']
  const onPages = ['empty-quote', 'quote-out-of-bounds', 'quote-inside-character']
  const never = ['no-such-conclusion', 'already-exists', 'text-lapsed']
  const told = new Set<RefusalCode>(routes.flatMap(codesOf))
  const untold = Object.keys(refusals).filter((code) => ![...before, ...onPages, ...never, ...told].includes(code))
  expect(untold).toEqual([])
})

test('each body that may be larger than others is one that a route takes', () => {
  const larger = routes.filter(({ address, config }) => {
    const [method = '', path = ''] = address.split(' ')
    return config.body !== undefined && maxBytesOf(method, `/api/v1${path}`) > usualBytes
  })
  expect(larger.map(({ address }) => address).sort()).toEqual([
    'POST /groups/{groupId}/texts',
    'POST /groups/{groupId}/texts/pasted',
    'POST /texts/{textId}/draft/undo',
  ])
})

test('two forms of one name are found out', () => {
  const one = route('GET /one', { summary: 'One', answer: viewOf('Twin', { id: uuid }) }, async () => null)
  const other = route(
    'GET /other',
    { summary: 'Other', answer: members({ all: listOf(viewOf('Twin', { name: z.string() })) }) },
    async () => null,
  )
  expect(() => documentOf([one, other])).toThrow('Twin')
})
