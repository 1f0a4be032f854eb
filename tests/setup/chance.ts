/** Chance that can be had again: the same seed draws the same. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** Whether it happens, of so likely a thing. */
  is(likelihood: number): boolean {
    return this.next() < likelihood
  }

  /** A whole number below this one. */
  below(most: number): number {
    return Math.floor(this.next() * most)
  }

  one<T>(among: readonly T[]): T {
    const found = among[this.below(among.length)]
    if (found === undefined) throw new Error('There is nothing to draw from.')
    return found
  }

  /** Each of them as likely as this. */
  some<T>(among: readonly T[], likelihood: number): readonly T[] {
    return among.filter(() => this.is(likelihood))
  }

  /** It, or null. */
  maybe<T>(likelihood: number, what: () => T): T | null {
    return this.is(likelihood) ? what() : null
  }

  /** One of ten instants, an hour apart: few enough that two things often happen at the same. */
  instant(): Date {
    return new Date(Date.UTC(2026, 0, 1, this.below(10)))
  }
}
