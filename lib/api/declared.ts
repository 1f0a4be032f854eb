/**
 * What is answered is what the route declares, in each member and no more: the browser, the document and other programs' clients
 * rely on it. The compiler sees a missing member; this sees one too many, and a refusal that the route does not name. It looks
 * while the product is developed and tested; a server that runs for people answers them all the same, and logs such a refusal.
 */
import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { log } from '#lib/log.ts'
import { codesOf, formOf } from './problem-document.ts'
import type { Declared } from './route.ts'

/** @throws when a route answers a view of another form than it declares. */
export function expectDeclaredView({ address, config }: Declared, view: unknown): void {
  if (process.env.NODE_ENV === 'production') return
  expectForm(`${address} answers`, config.answer instanceof z.ZodType ? config.answer : z.undefined(), view)
}

/** @throws when a route refuses with a code, or with facts, that it does not declare. */
export function expectDeclaredRefusal(route: Declared, { refused, ...facts }: Refusal): void {
  const { address, config } = route
  const isNamed = codesOf(route).includes(refused)
  if (process.env.NODE_ENV === 'production') {
    if (!isNamed) log().error({ route: address, refused }, 'refused with a code that the route does not declare')
    return
  }
  if (!isNamed) throw new Error(`${address} refuses with ${refused}: name it among the refusals of the route.`)
  expectForm(`${address} refuses with ${refused} and`, formOf(refused, config.facts ?? {}), facts)
}

function expectForm(what: string, form: z.ZodType, value: unknown): void {
  const sent = value === undefined ? undefined : JSON.parse(JSON.stringify(value))
  const judged = form.safeParse(sent)
  if (!judged.success) throw new Error(`${what} what it does not declare: ${z.prettifyError(judged.error)}`)
}
