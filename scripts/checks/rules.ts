/** The rules between rooms (docs/architecture.md), one function each. A message says where the code belongs. */
import type { Import, Source } from './source.ts'

/** What a file breaks, in words; nothing when it keeps the rule. */
export type Rule = (source: Source) => readonly string[]

const roomOf = (file: string): string => file.split('/')[0] ?? ''
const featureOf = (file: string): string | undefined => /^features\/([^/]+)\//.exec(file)?.[1]

/** What a room must not import, and what to do instead. */
const CLOSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  app: {
    prisma: 'A page or route composes features: ask for the data in features/<noun>/queries.ts.',
  },
  components: {
    app: 'A component could ship in another product: what it needs of a page comes in by props.',
    domain:
      'A component could ship in another product: a part that knows the procedure belongs into features/<noun>/components.',
    features:
      'A component could ship in another product: a part that knows a feature belongs into features/<noun>/components.',
    prisma: 'A component shows what it is given.',
    store: 'A component shows what it is given.',
  },
  domain: Object.fromEntries(
    ['app', 'components', 'features', 'generated', 'lib', 'messages', 'prisma', 'store'].map((room) => [
      room,
      'The domain imports nothing but itself: pass in what the rule needs, and return what it decides.',
    ]),
  ),
  features: {
    app: 'A feature does not know the pages that show it: pass it in by props.',
    prisma: 'A feature reaches the data through lib/db.',
  },
  lib: {
    app: 'Plumbing knows no pages.',
    components: 'Plumbing shows nothing: what shows it belongs into features/<noun>/components or components.',
    features:
      'Plumbing knows no feature: a rule that several features share sinks into domain, its reading or saving into store.',
    prisma: 'Plumbing reaches the data through lib/db.',
    store:
      'Plumbing knows no nouns: what it needs of one is passed in where the pieces are put together, or belongs into store itself.',
  },
  store: {
    app: 'The store knows no pages.',
    components: 'The store shows nothing: what shows it belongs into features/<noun>/components.',
    features:
      'The store knows no feature: a rule that several features share sinks into domain, its reading or saving into store/<aggregate>.',
    prisma: 'The store reaches the data through lib/db.',
  },
}

/** Rooms that nothing of the product may lean on. */
const OUTSIDE = ['scripts', 'tests']
const PRODUCT = ['app', 'components', 'domain', 'features', 'lib', 'messages', 'store']

export const roomsStayClosed: Rule = ({ file, imports }) =>
  ownImports(imports).flatMap(({ specifier, target }) => {
    const room = roomOf(file)
    const other = roomOf(target)
    if (room === other) return []
    const advice = CLOSED[room]?.[other]
    if (advice !== undefined) return [`imports ${specifier}. ${advice}`]
    const leansOutside = PRODUCT.includes(room) && OUTSIDE.includes(other)
    return leansOutside
      ? [`imports ${specifier}. The product does not lean on ${other}/: move what it shares into lib.`]
      : []
  })

export const domainIsPure: Rule = ({ file, imports }) => {
  if (roomOf(file) !== 'domain') return []
  return imports
    .filter(({ specifier, target, isType }) => target === null && !(specifier === 'zod' && isType))
    .map(
      ({ specifier }) =>
        `imports ${specifier}. The domain is pure: no package, no clock, no I/O. Pass in what the rule needs.`,
    )
}

export const featuresStandAlone: Rule = ({ file, imports }) => {
  const own = featureOf(file)
  if (own === undefined) return []
  return ownImports(imports)
    .filter(({ target }) => featureOf(target) !== undefined && featureOf(target) !== own)
    .map(
      ({ specifier }) =>
        `imports ${specifier}. Features do not import each other: the page puts them side by side and passes one's pieces into ` +
        `another's slots; a shared rule sinks into domain, shared reading or saving into store.`,
    )
}

const VIEWER = 'lib/db/viewer.ts'
const ROWS = /^(features\/[^/]+\/(commands|processors|queries)(\.ts$|\/)|lib\/|prisma\/|scripts\/|store\/|tests\/)/
const LOADS = /^features\/[^/]+\/loaders(\.ts$|\/)/
/** A loader opens the transaction in which its queries run, and hands it on. */
const TRANSACTION = ['lib/db/transaction.ts', 'lib/db/prisma.ts']
const TOUCHES_ROWS = /\btx\.(\w+\.\w+|\$\w+)\s*[(`]/

export const dataIsReachedThroughLibDb: Rule = ({ file, imports, code }) => {
  const generated = ownImports(imports)
    .filter(({ target }) => target.startsWith('generated/') && !file.startsWith('lib/db/'))
    .map(
      ({ specifier }) =>
        `imports ${specifier}. The generated client stays in lib/db: its types come from #lib/db/prisma.ts.`,
    )
  if (ROWS.test(file)) return generated
  const advice =
    'Only features/<noun>/commands, processors and queries and store/<aggregate> read and write rows, and lib its own tables: move it there.'
  const reached = ownImports(imports)
    .filter(({ target }) => target.startsWith('lib/db/') && target !== VIEWER)
    .filter(({ target }) => !(LOADS.test(file) && TRANSACTION.includes(target)))
    .map(({ specifier }) => `imports ${specifier}. ${advice}`)
  const touched = TOUCHES_ROWS.test(code) ? [`reads or writes rows. ${advice}`] : []
  return [...generated, ...reached, ...touched]
}

const MINTS = /^(lib\/auth\/|lib\/db\/viewer\.ts|prisma\/demo\/|tests\/)/

export const viewersAreProven: Rule = ({ file, code }) =>
  /\bprovenViewer\b/.test(code) && !MINTS.test(file)
    ? ['makes a Viewer. Only lib/auth does, once the session was looked up: take the viewer as an argument.']
    : []

const VOCABULARY = ['schema', 'views', 'api', 'commands', 'queries', 'loaders', 'processors']

export const featuresUseTheVocabulary: Rule = ({ file }) => {
  const inside = /^features\/[^/]+\/(.+)$/.exec(file)?.[1]
  if (inside === undefined)
    return roomOf(file) === 'features'
      ? ['lies beside the features. Each file belongs to a noun: features/<noun>/.']
      : []
  const [head = '', ...rest] = inside.split('/')
  const known =
    rest.length === 0
      ? VOCABULARY.map((word) => `${word}.ts`).includes(head)
      : [...VOCABULARY, 'components'].includes(head)
  if (known) return []
  return [
    'is none of schema, views, api, commands, queries, loaders, processors (.ts, or a folder of that name) or components/. ' +
      'A rule belongs into domain, plumbing into lib, what is shown into components/.',
  ]
}

const MOST_LINES = 300

export const filesStaySmall: Rule = ({ file, text }) => {
  const lines = text.split('\n').length - 1
  // A migration is written once and never changed: it is as long as its tables are.
  if (lines <= MOST_LINES || roomOf(file) === 'tests' || file.endsWith('.sql')) return []
  return [
    `has ${lines} lines; at most ${MOST_LINES}, better 200. Make it a folder of the same name with one file per use case.`,
  ]
}

export const nothingOnlyPassesOn: Rule = ({ file, code }) => {
  const isIndex = /\/index\.tsx?$/.test(file)
  const statements = code
    .replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?/g, '')
    .trim()
  const passesOn = code.trim() !== '' && statements === ''
  return isIndex || passesOn ? ['is a barrel. Import each thing from the file that declares it.'] : []
}

export const writesGoThroughTheApi: Rule = ({ code }) =>
  /^\s*['"]use server['"]/m.test(code) ? ['declares Server Actions. A write is a route of features/<noun>/api.ts.'] : []

/** What reckons with days, zones or lengths of time in SQL. A date or an instant that comes in as a parameter is none. */
const RECKONING = new RegExp(
  [
    'AT\\s+TIME\\s+ZONE\\b',
    '(?<!\\.)\\b(timezone|date_trunc|date_part|date_bin|make_interval|make_timestamptz?|to_timestamp|to_date)\\s*\\(',
    '\\bextract\\s*\\(\\s*\\w+\\s+from\\b',
    '\\bCURRENT_(DATE|TIME)\\b',
    "\\binterval\\s+'",
    '::(interval|date|time|timestamp)\\b(?!\\[)',
  ].join('|'),
  'i',
)
/** The database's own clock. Plumbing may measure a lease with it, which several processes share. */
const DATABASE_CLOCK =
  /(?<![.\w]|\bget )(now|NOW)\(\)|\b(CURRENT_TIMESTAMP|LOCALTIME(STAMP)?|localtime(stamp)?)\b|\bclock_timestamp\(/
const LEASES = /^(lib\/jobs\/|lib\/outbox\/|lib\/api\/idempotency\.ts|lib\/db\/migrate\.ts|prisma\/)/

/** An instant is worked out in one place, never once in SQL and once in TypeScript (docs/decisions/019). */
export const instantsHaveOneHome: Rule = ({ file, code }) => {
  if (![...PRODUCT, 'prisma'].includes(roomOf(file))) return []
  const reckoned = LEASES.test(file) && !file.endsWith('.sql') ? null : RECKONING.exec(code)
  const asked = LEASES.test(file) ? null : DATABASE_CLOCK.exec(code)
  return [reckoned, asked].flatMap((found) =>
    found === null
      ? []
      : [
          `reckons with time in SQL (${found[0].trim()}). When a day ends or begins is decided in domain/calendar-day.ts, what a ` +
            `clock shows in domain/wall-clock.ts, and now is passed in: give the query instants or dates as parameters.`,
        ],
  )
}

/** Who reads a text, and whether somebody is in a meeting, as a condition of one query. */
const OWN_SIGHT = [
  /EXISTS\s*\(\s*SELECT\b[^()]*\bFROM\s+"TextParty"/i,
  /EXISTS\s*\(\s*SELECT\b[^()]*\bFROM\s+"(MeetingParty|MeetingOffice)"[^()`]*(ANY\(\$\{|"personId"\s*=\s*\$\{)/i,
  /\blimits:\s*\{\s*(some|none|every):/,
]

/** What a person may see is stated in SQL once, in prisma/visibility (docs/decisions/021). */
export const sightHasOneHome: Rule = ({ file, code }) => {
  if (!PRODUCT.includes(roomOf(file))) return []
  return OWN_SIGHT.flatMap((own) => {
    const found = own.exec(code)
    if (found === null) return []
    return [
      `says itself who sees what (${found[0].slice(0, 60).trim()} …). Join visibility.readable_text, visible_meeting, readable_conclusion … ` +
        `(prisma/visibility); what is missing there is stated there, and held to the domain by tests/features/visibility.test.ts.`,
    ]
  })
}

const RENEWS = /^(components\/actions\/use-going\.ts|tests\/)/

/** What an act changed is true on the next page, in its frame and in the other tabs only if every act leads on in the same way. */
export const actsLeadOnInOneWay: Rule = ({ file, code }) =>
  /\buseRouter\b/.test(code) && !RENEWS.test(file)
    ? [
        'uses the router itself. components/actions/use-going.ts leads to another page or renews this one, with nothing left stale.',
      ]
    : []

const ASKS = ['app', 'components', 'features']

/** What a route takes and answers is known to whoever asks it only if every request is made by the one client. */
export const theApiHasOneClient: Rule = ({ file, code }) => {
  if (!ASKS.includes(roomOf(file)) || file.startsWith('app/api/')) return []
  const asks = /(?<![.\w])(fetch|EventSource|XMLHttpRequest|WebSocket)\s*\(|\bsendBeacon\b/.exec(code)
  const path = /['"`]\/api\b/.exec(code)
  const found = asks ?? path
  return found === null
    ? []
    : [
        `asks the API by hand (${found[0]}). lib/api/send.ts sends an act, reads a view and makes the link to a file, each by the ` +
          `address of its route: { route: 'POST /meetings/{meetingId}/close', params: { meetingId } }.`,
      ]
}

/** Where what is told is written: the history of a group, the record of a meeting, and what is left for after the commit. */
const TOLD: Readonly<Record<string, string>> = {
  groupEvent: 'store/telling.ts',
  recordEntry: 'store/record/append.ts',
  outboxMessage: 'lib/outbox/rows.ts',
}
const WRITES_TOLD = new RegExp(`\\b(${Object.keys(TOLD).join('|')})\\.(create|update|upsert)\\w*\\(`, 'g')

/** What an act tells comes out of its aggregate's `tell`, and is written in one place (docs/decisions/023). */
export const actsAreToldInOnePlace: Rule = ({ file, code }) => {
  if (![...PRODUCT, 'prisma'].includes(roomOf(file))) return []
  return [...code.matchAll(WRITES_TOLD)].flatMap(([call, table = '']) =>
    TOLD[table] === file
      ? []
      : [`writes what is told (${call}): return it from the tell of its aggregate (store/<aggregate>), by event.`],
  )
}

const SETS_MARKUP = 'components/markup/kept-markup.tsx'

/** HTML is put on a page in one place, and made in one (docs/decisions/041). */
export const markupIsSetInOnePlace: Rule = ({ file, code }) =>
  PRODUCT.includes(roomOf(file)) &&
  file !== SETS_MARKUP &&
  /\bdangerouslySetInnerHTML\s*[=:]|\b(inner|outer)HTML\s*=[^=]|\binsertAdjacentHTML\b/.test(code)
    ? [
        'puts HTML on the page. Write components, within Prepared (components/markup/prepared.tsx), which escapes what they show.',
      ]
    : []

/** Node runs these files as they are, and a reader should see from an import whether it leaves the room. */
export const importsAreExact: Rule = ({ file, imports }) =>
  ownImports(imports).flatMap(({ specifier, target }) => {
    if (roomOf(target) !== roomOf(file) && specifier.startsWith('.') && PRODUCT.includes(roomOf(file))) {
      return [`imports ${specifier}, which leaves the room: write #${target}.`]
    }
    return /\.\w+$/.test(specifier) ? [] : [`imports ${specifier} without its extension.`]
  })

function ownImports(imports: readonly Import[]): readonly (Import & { target: string })[] {
  return imports.filter((one): one is Import & { target: string } => one.target !== null)
}
