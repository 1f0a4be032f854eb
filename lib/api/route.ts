/** How a route is declared: what it takes, answers and refuses, once, for the server, the browser and the document. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal-code.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { answer, onceHeader, problem } from './answer.ts'
import type { ParamsOf } from './contract.ts'
import { expectDeclaredRefusal, expectDeclaredView } from './declared.ts'
import { readInput } from './input.ts'
import type { Proven } from './proven.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `POST /meetings/{meetingId}/close`: parameters in braces, as in OpenAPI. */
export type RouteAddress = `${Method} /${string}`

/** An answer that is a file and no view. */
export class FileAnswer {
  /** `text/calendar`. */
  readonly mediaType: string
  /** How such a file begins, or what is in it; a text, or the members of a JSON object. */
  readonly example: string | object
  constructor(mediaType: string, example: string | object) {
    this.mediaType = mediaType
    this.example = example
  }
}

/** An answer with headers of its own, such as a cookie. */
export class WithHeaders<View> {
  readonly view: View
  readonly headers: Readonly<Record<string, string>>
  constructor(view: View, headers: Readonly<Record<string, string>>) {
    this.view = view
    this.headers = headers
  }
}

/** What each route refuses, by the server's guard (lib/server), by its guards, and by how it reads what comes in. */
export type GuardCode =
  | 'not-found'
  | 'not-signed-in'
  | 'signed-in-as-another'
  | 'invalid-input'
  | 'foreign-origin'
  | 'too-many-requests'
  | 'payload-too-large'
  | 'key-in-use'
  | 'key-reused'
  | 'answered-before'
  | 'shown-once'
  | 'server-fault'
  | 'busy-database'
  | 'too-many-headers'
  | 'too-slow'
  | 'server-busy'

/** The form of what comes with refusals, by their codes. */
export type FactSchemas = Readonly<Partial<Record<RefusalCode, z.ZodType>>>

/**
 * One route. `body` and `query` are strict zod objects: an unknown field is refused with 400, so that nobody can slip in a role
 * or a date of adoption (SECURITY.md, attack 5), and nothing in them is what no column keeps (`kept`). Path parameters ending in
 * `Id` are UUIDs, and others are as `params` says; anything else in their place answers like a missing object.
 */
export interface RouteConfig<Params, Query, Body, Answer, Codes, Own, Once> {
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  /** How long it may be, lib/api/body-bounds.ts says. A `z.file()` is the body itself, which the handler reads from the request. */
  readonly body?: Body
  /** What it answers when it does what it is asked. Without it: nothing (204). */
  readonly answer?: Answer
  /** For what creates; 200 otherwise. */
  readonly status?: 201
  /** The answer holds a secret: it is shown this once, and a repeated request is told so (lib/api/idempotency.ts). */
  readonly once?: Once
  /** What it refuses besides what every route does (`GuardCode`). Each has its status, words and facts by its code. */
  readonly refusals?: Codes
  /** Facts that come with a refusal of this route, where they are more than lib/api/facts.ts says. */
  readonly facts?: Own
}

/** What a body says of what its sender saw: a version, or what stood there. */
type SeenName = 'seen' | 'revision' | 'agendaVersion' | 'notesVersion' | 'baseVersion'

/** Whether every body of this form says what its sender saw. */
type SaysSeen<Body> = Body extends z.ZodType
  ? {
      [Name in SeenName]: Name extends keyof z.output<Body>
        ? undefined extends z.output<Body>[Name]
          ? never
          : Name
        : never
    }[SeenName]
  : never

/**
 * What puts something in the place of what stands says what its sender saw of it, so that nobody's change is lost (SECURITY.md, promise 7);
 * or its route says why none can be. What is wrong does not compile.
 */
export type LosesNothing<Address extends string, Body> = Address extends `${'PUT' | 'PATCH'} ${string}`
  ? [SaysSeen<Body>] extends [never]
    ? {
        /** Why nobody's change is lost, although a sender does not say what they saw. */
        readonly losesNothing: string
      }
    : { readonly losesNothing?: never }
  : { readonly losesNothing?: never }

/** What a handler is given: read, bounded and of the declared form. */
export interface Input<Address extends string, Params, Query, Body> {
  readonly params: ParamsOf<Address, Output<Params>>
  readonly query: Output<Query>
  readonly body: Body extends z.ZodFile ? undefined : Output<Body>
  /** The request itself, for uploads and headers. */
  readonly request: Request
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** A view, a refusal, or null: not found. */
type Given<Answer> =
  | (Answer extends FileAnswer ? Response : Output<Answer> | WithHeaders<Output<Answer>>)
  | Refusal
  | null

/**
 * What a handler returns, if its route declares all that it can be refused with, and nothing else. Where it does not, what it returns
 * does not fit, and the compiler names the codes.
 */
type Agreeing<Codes extends readonly RefusalCode[], Returned> = Agreement<
  Exclude<CodeIn<Returned>, Codes[number] | GuardCode>,
  Exclude<Codes[number], CodeIn<Returned>>,
  Returned
>
type Agreement<Undeclared extends RefusalCode, Unused extends RefusalCode, Returned> = [Undeclared | Unused] extends [
  never,
]
  ? Returned
  : { readonly 'refused with, not declared': Undeclared; readonly 'declared, never refused with': Unused }
type CodeIn<Returned> = Extract<Returned, Refusal>['refused']

/** A route as its noun exports it; lib/api/app.ts serves those that it is given. */
export interface Route<Address extends RouteAddress, Params, Query, Body, Answer, Codes, Own, Once> {
  readonly address: Address
  /** Anybody may call it; else only who is signed in. */
  readonly isPublic: boolean
  readonly config: RouteConfig<Params, Query, Body, Answer, Codes, Own, Once>
  readonly serve: (c: Context<Proven>) => Promise<Response>
}

/** A route as it is declared, before anything is asked of it. */
export type Declared = Omit<AnyRoute, 'serve'>

/** Some route, whatever it takes. */
export type AnyRoute = Route<
  RouteAddress,
  z.ZodObject | undefined,
  z.ZodObject | undefined,
  z.ZodType | undefined,
  z.ZodType | FileAnswer | undefined,
  readonly RefusalCode[],
  FactSchemas,
  boolean
>

/** A route for somebody who is signed in; anybody else is answered 401 before the input is looked at. */
export function route<
  const Address extends RouteAddress,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | FileAnswer | undefined = undefined,
  const Codes extends readonly RefusalCode[] = [],
  Own extends FactSchemas = Record<never, never>,
  Once extends boolean = false,
  Returned extends Given<Answer> = Given<Answer>,
>(
  address: Address,
  config: RouteConfig<Params, Query, Body, Answer, Codes, Own, Once> & LosesNothing<Address, Body>,
  handle: (viewer: Viewer, input: Input<Address, Params, Query, Body>) => Promise<Agreeing<Codes, Returned>>,
): Route<Address, Params, Query, Body, Answer, Codes, Own, Once> {
  const declared = { address, isPublic: false, config }
  const serve = async (c: Context<Proven>): Promise<Response> => {
    const { viewer } = c.var
    if (viewer === null) return problem({ refused: 'not-signed-in' })
    const input = await readInput(c, address, config)
    return isRefusal(input) ? problem(input) : respond(declared, await handle(viewer, input))
  }
  return { ...declared, serve }
}

/** A route that anybody may call: signing in, invitations. */
export function publicRoute<
  const Address extends RouteAddress,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | FileAnswer | undefined = undefined,
  const Codes extends readonly RefusalCode[] = [],
  Own extends FactSchemas = Record<never, never>,
  Once extends boolean = false,
  Returned extends Given<Answer> = Given<Answer>,
>(
  address: Address,
  config: RouteConfig<Params, Query, Body, Answer, Codes, Own, Once> & LosesNothing<Address, Body>,
  handle: (viewer: Viewer | null, input: Input<Address, Params, Query, Body>) => Promise<Agreeing<Codes, Returned>>,
): Route<Address, Params, Query, Body, Answer, Codes, Own, Once> {
  const declared = { address, isPublic: true, config }
  const serve = async (c: Context<Proven>): Promise<Response> => {
    const input = await readInput(c, address, config)
    return isRefusal(input) ? problem(input) : respond(declared, await handle(c.var.viewer, input))
  }
  return { ...declared, serve }
}

function respond(declared: Declared, given: unknown): Response {
  if (given === null) return problem(notFound)
  if (given instanceof Response) return given
  if (isRefusal(given)) {
    expectDeclaredRefusal(declared, given)
    return problem(given)
  }
  const { view, headers } = given instanceof WithHeaders ? given : { view: given, headers: {} }
  expectDeclaredView(declared, view)
  const { status = 200, once = false } = declared.config
  return answer(view, status, once ? { ...headers, [onceHeader]: 'yes' } : headers)
}
