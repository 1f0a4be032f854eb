/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  interface Options {
    readonly url: string
    readonly connections: number
    /** How many requests in all. */
    readonly amount: number
    /** Seconds until one counts as late. */
    readonly timeout: number
    /** Milliseconds between two looks at what was done: the load ends at one of them. */
    readonly sampleInt: number
    readonly headers: Readonly<Record<string, string>>
  }
  interface Loaded {
    /** Milliseconds. */
    readonly latency: { readonly p50: number }
    readonly errors: number
    readonly timeouts: number
    readonly non2xx: number
  }
  function autocannon(options: Options): Promise<Loaded>
  export = autocannon
}
