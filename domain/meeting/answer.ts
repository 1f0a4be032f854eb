import type { RefusalWith } from '../refusal.ts'
import type { MeetingRefusal } from './command.ts'
import type { MeetingEvent } from './event.ts'

/** What is answered to an act on a meeting: what happens, or a refusal with one of these codes. */
export type MeetingAnswer<Code extends MeetingRefusal['refused'] = never> =
  | readonly MeetingEvent[]
  | RefusalWith<MeetingRefusal, Code>

/** The codes with which somebody is refused who does not speak here (`voiceRefusal`). */
export type VoiceCode = 'choose-a-party' | 'speaks-for-no-party' | 'not-entitled'
