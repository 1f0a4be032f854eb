/** The forms of what views take over from the record: names as they were when something happened (domain/record/entry.ts). */
import { z } from 'zod'
import { members, partyName, personName, sha256Hex, titleText, uuid, viewOf } from '#lib/api/view-fields.ts'

/** A person, as entries and minutes name them. */
export const personRefForm = viewOf('PersonRef', { id: uuid, name: personName })

/** A party, as entries and minutes name it. */
export const partyRefForm = viewOf('PartyRef', { id: uuid, name: partyName })

/** An agenda item, as entries and minutes name it. */
export const itemRefForm = viewOf('ItemRef', { id: uuid, title: titleText })

/** Who decides: a party, or in a study session a participant. */
export const sideRefForm = viewOf('SideRef', { kind: z.enum(['party', 'person']), id: uuid, name: partyName })

/** An entry of a record, named so that what came later can be told from what was known. */
export const upToForm = members({ sequence: z.int().min(0), hash: sha256Hex })
