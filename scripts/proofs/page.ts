/** docs/security.md, as the figures have it. */
import { promises } from './promises.ts'

/** What a test told of a promise when it was last run whole. */
export interface Figure {
  /** 1 to 20. */
  readonly promise: number
  /** The figure's own name; one promise has each name once. */
  readonly proof: string
  readonly figure: string
  /** Its file, from the project's folder. */
  readonly test: string
  /** The day on which it was told, `YYYY-MM-DD`. */
  readonly on: string
}

/** Takes in what a run told: each figure in the place of the earlier one of its name, in the order of the promises. */
export function withFigures(known: readonly Figure[], told: readonly Figure[]): readonly Figure[] {
  const key = ({ promise, proof }: Figure) => `${promise} ${proof}`
  const byName = new Map([...known, ...told].map((figure) => [key(figure), figure]))
  return [...byName.values()].sort((one, other) => one.promise - other.promise || compare(one.proof, other.proof))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export function securityPage(figures: readonly Figure[]): string {
  return `${head}\n${promises.map((promise, index) => section(index + 1, promise, figures)).join('\n')}`
}

const head = `# Security: what is promised, and what proves it

Twenty promises, the test of each, and the figure that it told when it was last run whole. \`npm run proofs\` writes this page; \`npm run
proofs -- NAME\` runs one proof and renews its figures alone. \`npm test\` runs a small sample of each.
`

function section(number: number, promise: string, figures: readonly Figure[]): string {
  const own = figures.filter((figure) => figure.promise === number)
  const told = own.map(({ proof, figure, test, on }) => `| ${proof} | ${figure} | [${test}](../${test}) | ${on} |`)
  const table = ['| proof | figure | test | run on |', '| --- | --- | --- | --- |', ...told].join('\n')
  return `## ${number}. ${promise}\n\n${own.length === 0 ? 'No test tells a figure of it yet.' : table}\n`
}
