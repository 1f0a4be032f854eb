/** Choices that come out the same again from the same seed, so that a failure can be repeated. */

/** The seed of this run: that of the environment, or a new one. */
export function seedOfRun(): number {
  const given = Number(process.env.KILLS_SEED)
  return Number.isInteger(given) && given > 0 ? given : 1 + Math.floor(Math.random() * 999_999)
}

/** Chooses whole numbers from 1 to `most`, each as likely (mulberry32). */
export function seeded(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return 1 + (((mixed ^ (mixed >>> 14)) >>> 0) % most)
  }
}
