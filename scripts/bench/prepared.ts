/** What a prepared database offers to the bench. */
export interface Prepared {
  readonly groupId: string
  readonly textId: string
  /** A multilateral that is planned, with an agenda. */
  readonly meetingId: string
  /** Cookie header of an organizer who is also a party's deputy and the meeting's chair: somebody who sees most. */
  readonly cookie: string
  readonly stance: {
    readonly groupId: string
    readonly meetingId: string
    readonly conclusionId: string
    readonly version: number
    readonly deciderId: string
    /** The head who answers for the decider. */
    readonly personId: string
    readonly cookie: string
  }
  /** A version that so many people are asked to answer at once, each for themselves. */
  readonly crowd: {
    readonly groupId: string
    readonly meetingId: string
    readonly conclusionId: string
    readonly version: number
    readonly people: readonly { readonly personId: string; readonly deciderId: string; readonly cookie: string }[]
  }
}
