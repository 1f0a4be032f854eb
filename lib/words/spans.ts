/**
 * The facts of a sentence with its `minutes` in whole hours and whole days besides, rounded down: so that its words can say
 * "3 days" of 4,890 minutes.
 */
export function withSpans<Fact>(facts: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact | number>> {
  const minutes = Number(facts.minutes ?? 0)
  return { ...facts, hours: Math.floor(minutes / 60), days: Math.floor(minutes / 1440) }
}
