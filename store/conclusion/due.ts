import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { type ConclusionCommands, existingDeciders } from '#domain/conclusion/decide.ts'
import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import type { Context } from '#domain/conclusion/facts.ts'
import type { Purpose } from '#lib/db/transaction.ts'
import { lockMeeting } from '#store/meeting/lock.ts'
import type { Holding, Target } from '#store/perform.ts'
import { sha256 } from '#store/record/append.ts'
import { conclusionRows, contradicted, subjectOf } from './acts.ts'
import type { RecordDisagrees } from './agreement-of-rows.ts'
import { loadMeetingFacts } from './facts.ts'
import { loadConclusions, lockConclusions } from './load.ts'
import type { Concerned } from './tell.ts'

interface Due extends Holding, Concerned {
  readonly conclusion: Conclusion
  readonly context: Context
}

/** A conclusion of which the clock decides, in this meeting. Refusal: `record-disagrees`. */
export function dueConclusion(
  id: string,
  meetingId: string,
): Target<Purpose, Due, ConclusionCommands['lapse'], ConclusionEvent, RecordDisagrees> {
  return {
    ...conclusionRows,
    load: async (act) => {
      await lockMeeting(act.tx, meetingId)
      await lockConclusions(act.tx, [id])
      const loaded = (await loadConclusions(act.tx, [id])).get(id)
      if (loaded === undefined) return null
      const meeting = await loadMeetingFacts(act.tx, meetingId, id)
      const context = { meeting, origin: null, supersedes: null, sha256 }
      return { act, by: null, subjects: [subjectOf(loaded)], conclusion: loaded.conclusion, context }
    },
    decide: ({ act, conclusion, context }, command) => existingDeciders.lapse(conclusion, command, context, act.now),
    admit: async (held, events) => (await contradicted(held, events)) ?? events,
  }
}
