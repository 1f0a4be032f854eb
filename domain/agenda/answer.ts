import type { RefusalWith } from '../refusal.ts'
import type { AgendaEvent, AgendaRefusal } from './command.ts'

/** What is answered to an act on an agenda: what happens, or a refusal with one of these codes. */
export type AgendaAnswer<Code extends AgendaRefusal['refused'] = never> =
  | readonly AgendaEvent[]
  | RefusalWith<AgendaRefusal, Code>
