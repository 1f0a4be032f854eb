/** Plays the acts of the scenario, each at its own instant and in the name of its doer, through the product's commands. */
import { clock } from '#lib/clock.ts'
import type { Scenario } from '../scenario/types.ts'
import * as conclude from './conclude.ts'
import { found } from './found.ts'
import * as hold from './hold.ts'
import * as plan from './plan.ts'
import { assign, finish } from './prepare.ts'
import { putRecord } from './records.ts'
import { type Moment, timelineOf } from './timeline.ts'
import { type Played, the, type World } from './world.ts'

/** Brings the whole group about. A refusal by the product is thrown, with the act that it refused. */
export async function play(scenario: Scenario, now: Date): Promise<World> {
  const world = await found(scenario, now)
  for (const moment of timelineOf(scenario, now)) {
    try {
      await clock.at(moment.at, () => begin(world, moment))
    } catch (error) {
      const { at, meeting, act } = moment
      throw new Error(`${meeting.key}: ${act.by}, ${act.do}, at ${at.toISOString()}`, { cause: error })
    }
  }
  return world
}

/** A meeting begins by being made or proposed; everything else happens to one that is there. */
async function begin(world: World, { meeting, act }: Moment): Promise<void> {
  switch (act.do) {
    case 'create':
      return plan.create(world, meeting, world.people[act.by])
    case 'propose':
      return plan.propose(world, meeting, act.by, act)
    default:
      return happen(world, the(world.meetings, meeting.key), act)
  }
}

type Happening = Exclude<Moment['act'], { do: 'create' | 'propose' }>

function happen(world: World, played: Played, act: Happening): Promise<void> {
  const by = world.people[act.by]
  switch (act.do) {
    case 'offer-other-time':
      return plan.offerOtherTime(world, played, by, act)
    case 'accept':
      return plan.accept(world, played, act.by)
    case 'schedule':
      return plan.schedule(world, played, by)
    case 'cancel':
      return plan.cancel(played, by, act.reason)
    case 'propose-participant':
      return plan.proposeParticipant(world, played, by, act.person)
    case 'accept-office':
      return plan.takeOnOfficer(world, played, by, act)
    case 'assign':
      return assign(world, played, by, act)
    case 'finish-assignment':
      return finish(played, by, act.assignment)
    case 'open':
      return hold.open(played, by)
    case 'enter':
      return hold.enter(played, by)
    case 'begin-item':
      return hold.beginItem(played, by, act.item)
    case 'write-notes':
      return hold.note(played, by, act.item, act.notes)
    case 'close':
      return hold.close(world, played, by, act.items)
    default:
      return concluding(world, played, act)
  }
}

type Concluding = Extract<
  Happening,
  {
    do:
      | 'draft'
      | 'revise'
      | 'put'
      | 'put-record'
      | 'take-back'
      | 'answer'
      | 'confirm'
      | 'withdraw'
      | 'diverge'
      | 'share'
      | 'finish-commitment'
  }
>

function concluding(world: World, played: Played, act: Concluding): Promise<void> {
  const by = world.people[act.by]
  switch (act.do) {
    case 'draft':
      return conclude.draft(world, played, by, act)
    case 'revise':
      return conclude.revise(world, played, by, act)
    case 'put':
      return conclude.put(played, by, act)
    case 'put-record':
      return putRecord(played, by)
    case 'take-back':
      return conclude.takeBack(played, by, act)
    case 'answer':
      return conclude.answer(world, played, act.by, act)
    case 'confirm':
      return conclude.confirm(played, by, act.draft)
    case 'withdraw':
      return conclude.withdraw(played, by, act)
    case 'diverge':
      return conclude.diverge(world, played, by, act)
    case 'share':
      return conclude.share(played, by, act.conclusion)
    case 'finish-commitment':
      return conclude.keepCommitment(played, by, act.commitment)
    default:
      return act satisfies never
  }
}
