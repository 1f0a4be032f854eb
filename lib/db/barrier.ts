/**
 * Gives out the answers of parts that ask side by side: all of them together, once the last is there, in the order in which they
 * were asked for. A page is sent as its parts become ready. Given out one by one, the order of its parts would tell which question
 * took longer, and so whether something that is hidden exists.
 */
export class Barrier {
  #answers: Answer[] = []
  #open = 0

  /** What `work` answers or throws, with the round in which it was asked for. */
  async ask<T>(work: () => Promise<T>): Promise<T> {
    const given = Promise.withResolvers<void>()
    const own: Answer = { give: given.resolve }
    this.#answers.push(own)
    this.#open += 1
    const [answer] = await Promise.allSettled([work()])
    this.#open -= 1
    // A turn of the event loop later, so that whoever asks at the same time is of the same round, however fast an answer is.
    setImmediate(() => this.#giveAll())
    await given.promise
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  }

  #giveAll(): void {
    if (this.#open > 0) return
    const answers = this.#answers
    this.#answers = []
    for (const { give } of answers) give()
  }
}

interface Answer {
  readonly give: () => void
}
