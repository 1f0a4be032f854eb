/** Imported for what it does: acts of this file are told as on a server, in the background of each commit. */
import { attachOutbox } from '#lib/outbox/outbox.ts'
import { processors } from './mail-processors.ts'

attachOutbox(processors)
