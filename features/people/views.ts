/** What the routes of people answer: the forms from which the views have their types. */
import { z } from 'zod'
import {
  instant,
  languageTag,
  listOf,
  mailAddress,
  members,
  personName,
  uuid,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'
import { signInMethods } from '#lib/db/viewer.ts'

/** The signed-in person's own account. */
export const account = viewOf('Account', {
  name: personName,
  email: mailAddress,
  timeZone: zoneName.nullable(),
  language: languageTag,
  viewerZone: zoneName.describe(
    'IANA zone in which their sessions are told: their own, else where they take part first.',
  ),
  isInstanceAdmin: z.boolean(),
  hasOwnAddress: z.boolean().describe('False: they started the instance and have not said where they get mail.'),
  isPerspective: z.boolean().describe('Looks at the demo as this person: nothing of the account can be changed.'),
  can: members({ changeAddress: z.boolean() }),
  sessions: listOf(
    members({ id: uuid, method: z.enum(signInMethods), createdAt: instant, isThis: z.boolean() }),
  ).describe('Where this person is signed in, newest first; at most 50.'),
})
export type Account = z.output<typeof account>

/** What somebody says about themselves after a change. */
export const profileSaved = viewOf('ProfileSaved', {
  name: personName,
  timeZone: zoneName.nullable(),
  language: languageTag,
})

/** As whom one looks at the demo. */
export const lookingAs = viewOf('LookingAs', { name: personName })
