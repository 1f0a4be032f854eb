/**
 * What the routes take and give, in types alone: what the browser knows of the API, without any of its code. Each route says it
 * once, where it is declared (features/<noun>/api.ts); app/api/v1 adds the types of all routes that it serves to `Contract`.
 */
import type { z } from 'zod'
import type { RefusalCode } from '#domain/refusal-code.ts'
import type { OpenApi } from './document.ts'
import type { RefusalFacts } from './facts.ts'
import type { AnyRoute, FileAnswer, GuardCode, Route } from './route.ts'
import type { RefusalStatus } from './statuses.ts'

/** Every route by its address: `POST /meetings/{meetingId}/close`. */
export interface Contract {
  'GET /openapi.json': {
    params: undefined
    query: undefined
    body: undefined
    view: OpenApi
    once: false
    refused: GuardCode
    facts: RefusalFacts
  }
}

export type Address = keyof Contract
export type ReadAddress = Extract<Address, `GET ${string}`>
export type WriteAddress = Exclude<Address, ReadAddress>

/** What a set of routes adds to `Contract`. */
export type ContractOf<Routes extends AnyRoute> = { [One in Routes as One['address']]: TypesOf<One> }

type TypesOf<One> =
  One extends Route<infer Path, infer Params, infer Query, infer Body, infer Answer, infer Codes, infer Own, infer Once>
    ? {
        params: ParamsOf<Path, InputOf<Params>>
        query: InputOf<Query>
        body: InputOf<Body>
        view: ViewOfAnswer<Answer>
        once: Once
        refused: GuardCode | (Codes extends readonly (infer Code extends RefusalCode)[] ? Code : never)
        facts: Merged<RefusalFacts, OutputsOf<Own>>
      }
    : never

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined
type ViewOfAnswer<Answer> = Answer extends FileAnswer ? Blob : Answer extends z.ZodType ? z.output<Answer> : undefined
type OutputsOf<Schemas> = { [Name in keyof Schemas]: Schemas[Name] extends z.ZodType ? z.output<Schemas[Name]> : never }
type Merged<Base, More> = Omit<Base, keyof More> & More

/** The parameters of a path, `{name}`, each a text unless its route gives it a kind of its own. */
export type ParamsOf<Path extends string, Own> = [NameIn<Path>] extends [never]
  ? undefined
  : { readonly [Name in NameIn<Path>]: Name extends keyof Own ? Own[Name] : string }

export type NameIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NameIn<Rest>
  : never

/** What is sent to one route: its address with what it takes. */
export type Call<A extends Address> = Sendable & { readonly route: A } & Part<'params', Contract[A]['params']> &
  Part<'query', Contract[A]['query']> &
  Part<'body', Contract[A]['body']>

/** What may be sent to some route; only to be read, never to be written by hand. */
export interface Sendable {
  readonly route: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

type Part<Name extends string, T> = undefined extends T
  ? { readonly [N in Name]?: T }
  : Record<never, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T }

/** One act on any route, as a value: a button takes it by its props. */
export type Act = { [A in WriteAddress]: Call<A> }[WriteAddress]

/** An act without its body, on a route that takes `Body`, all of it: for a form that makes the body itself. */
export type ActTaking<Body> = {
  [A in WriteAddress]: Body extends Contract[A]['body']
    ? [keyof Body] extends [keyof Contract[A]['body']]
      ? BodilessCall<A>
      : never
    : never
}[WriteAddress]

/** An act whose body lacks one member, which a form asks for. */
export type ActLacking<Name extends string> = {
  [A in WriteAddress]: Contract[A]['body'] extends undefined
    ? never
    : Name extends keyof Contract[A]['body']
      ? BodilessCall<A> & { readonly body: Omit<Contract[A]['body'], Name> }
      : never
}[WriteAddress]

type BodilessCall<A extends Address> = Pick<Call<A>, 'route' | 'params' | 'query'>

/** What a route answers when it does what it is asked. */
export type ViewOf<A extends Address> = Contract[A]['view']

/**
 * What can be relied on of the answer to an act that may have been sent twice under one key: the ids of what it made, for no
 * more than these is kept (lib/api/idempotency.ts). What is shown once is never answered twice, so all of it.
 */
export type MadeBy<A extends Address> = Contract[A]['once'] extends true ? ViewOf<A> : KeptOf<ViewOf<A>>
type KeptOf<View> = View extends object ? Pick<View, IdIn<View>> & Partial<Omit<View, IdIn<View>>> : undefined
type IdIn<View> = Extract<keyof View, 'id' | `${string}Id`>

/** RFC 9457 problem document; `refused` is the refusal's code, further members are its facts. */
export type Problem<Code extends RefusalCode = RefusalCode, Known = RefusalFacts> = Code extends RefusalCode
  ? ProblemHead<Code> & (Code extends keyof Known ? Known[Code] : unknown)
  : never

interface ProblemHead<Code> {
  readonly type: string
  /** The refusal in words. */
  readonly title: string
  readonly status: RefusalStatus
  readonly refused: Code
}

/** How a route refuses. */
export type ProblemOf<A extends Address> = A extends Address
  ? Problem<Contract[A]['refused'], Contract[A]['facts']>
  : never
