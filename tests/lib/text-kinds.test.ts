/** SECURITY.md, promise 3 and attack 55: no route takes words past what says what a text is (lib/api/fields.ts, decision 016). */
import { globSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type TextKind, textKinds, words } from '#lib/api/fields.ts'
import type { AnyRoute } from '#lib/api/route.ts'
import { tellFigure } from '#tests/setup/proof.ts'

interface Field {
  readonly place: string
  /** Null: text of no declared kind. */
  readonly kind: TextKind | 'uuid' | null
}

const root = path.resolve(import.meta.dirname, '..', '..')
const files = globSync('features/*/{api.ts,api/*.ts}', { cwd: root }).sort()
const fields = (await Promise.all(files.map(fieldsOf))).flat()

afterAll(() =>
  tellFigure(
    3,
    'kinds of text',
    `${fields.length} fields of text in ${files.length} files of routes, all of a declared kind`,
  ),
)

it('finds the fields of every noun', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(fields.map(({ place }) => place)).toEqual(
    expect.arrayContaining([
      'POST /meetings/{meetingId}/conclusions: content.wording',
      'PUT /meetings/{meetingId}/items/{itemId}/notes: notes',
      'POST /groups/{groupId}/parties: shortName',
      'GET /texts/{textId}/found: q',
    ]),
  )
})

it('lets no route take text of a kind that is not declared', () => {
  expect(fields.filter(({ kind }) => kind === null)).toEqual([])
})

it('tells a field that nobody declared from one that is', () => {
  const body = z.strictObject({
    bare: z.string().trim().max(10),
    list: z.array(z.strictObject({ bare: z.string() })),
    either: z.union([z.uuid(), words(10).optional()]),
  })
  expect(fieldsIn(body, 'x').map(({ place, kind }) => [place, kind])).toEqual([
    ['x.bare', null],
    ['x.list.bare', null],
    ['x.either', 'uuid'],
    ['x.either', 'words'],
  ])
})

async function fieldsOf(file: string): Promise<readonly Field[]> {
  const module: Record<string, unknown> = await import(path.join(root, file))
  const routes = Object.values(module).flat().filter(isRoute)
  return routes.flatMap(({ address, config: { body, query } }) => {
    return [body, query].flatMap((schema) =>
      schema === undefined || schema instanceof z.ZodFile ? [] : fieldsIn(schema, `${address}: `),
    )
  })
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'address' in value && 'serve' in value
}

/** Every field of text in a schema, however deep. */
function fieldsIn(schema: z.core.$ZodType, place: string): readonly Field[] {
  const declared = textKinds.get(schema as z.ZodType)
  if (declared !== undefined) return [{ place, kind: declared.kind }]
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, inner]) =>
        fieldsIn(inner, place.endsWith(' ') ? `${place}${name}` : `${place}.${name}`),
      )
    case 'array':
      return fieldsIn(def.element, place)
    case 'union':
      return def.options.flatMap((option) => fieldsIn(option, place))
    case 'optional':
    case 'nullable':
    case 'default':
      return fieldsIn(def.innerType, place)
    case 'pipe':
      return fieldsIn(def.in, place)
    case 'string':
      return [{ place, kind: 'format' in def && def.format === 'uuid' ? 'uuid' : null }]
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'undefined':
      return []
    default:
      throw new Error(`${place} is of a type that this test does not know: ${def.type}`)
  }
}
