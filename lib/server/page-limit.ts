import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How many pages one person or network may open in a minute. A flood bound per process. */
export class PageLimit {
  readonly #limiter: RateLimiterMemory

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  }

  /** Counts a page; when there were too many, in how many seconds there may be more, else null. */
  async count(name: string): Promise<number | null> {
    try {
      await this.#limiter.consume(name)
      return null
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000))
      throw error
    }
  }
}
