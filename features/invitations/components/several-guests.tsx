'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type UnderstoodLine, UnderstoodLines } from '#components/collections/understood-lines.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import type { PartyRole } from '#domain/party/membership.ts'
import { type PastedPerson, readPastedPeople } from '#lib/mail/pasted-people.ts'
import { withKeys } from '#lib/words/with-keys.ts'
import type { SkipReason } from '#store/invitation/several.ts'

/** The party into which several people are invited, and the addresses in it that the viewer knows. */
export type SeveralInto = {
  readonly groupId: string
  readonly partyId: string
  /** Addresses of those who are in it. */
  readonly members: readonly string[]
  /** Addresses of those who are invited into it. */
  readonly invited: readonly string[]
}

/** A field for many addresses, each shown as understood, or with what is wrong or why it is left out. */
export function SeveralGuests({ into }: { readonly into: SeveralInto }) {
  const t = useTranslations('invitations.form')
  const [pasted, setPasted] = useState('')
  const read = judged(pasted, into)
  const lines = withKeys(read, ({ person: { email, pasted: line } }) => email ?? line).map(
    ({ key, entry: { person, skip } }): UnderstoodLine => ({
      key,
      title: person.email ?? person.pasted,
      ...(person.flaw !== null
        ? { detail: t(`flaw.${person.flaw}`), isLeftOut: true }
        : skip !== null
          ? { detail: t(`skip.${skip}`), isLeftOut: true }
          : person.name !== '' && { detail: person.name }),
    }),
  )
  const count = read.filter(({ person, skip }) => person.flaw === null && skip === null).length
  return (
    <>
      <TextArea
        label={t('addresses')}
        description={t('addressesHint')}
        name="pasted"
        rows={4}
        required
        onInput={({ currentTarget }) => setPasted(currentTarget.value)}
      />
      {lines.length > 0 && (
        <div className="grid gap-2">
          <UnderstoodLines label={t('understood')} lines={lines} />
          <p className="text-sm" role="status">
            {t('willSend', { count })}
          </p>
        </div>
      )}
    </>
  )
}

/** One entry, and why it will be skipped; null: it will not. */
interface Judged {
  readonly person: PastedPerson
  readonly skip: SkipReason | null
}

function judged(pasted: string, { members, invited }: SeveralInto): readonly Judged[] {
  const seen = new Set<string>()
  return readPastedPeople(pasted).map((person) => {
    const { email } = person
    if (email === null) return { person, skip: null }
    const twice = seen.has(email)
    seen.add(email)
    const skip = members.includes(email) ? 'member' : invited.includes(email) ? 'invited' : twice ? 'twice' : null
    return { person, skip }
  })
}

/** Those who are invited, as the act takes them, and how many entries are to be mended first. */
export function guestsIn(pasted: string, into: SeveralInto & { readonly role: PartyRole }) {
  const read = judged(pasted, into)
  const { partyId, role } = into
  return {
    flawed: read.filter(({ person }) => person.flaw !== null).length,
    guests: read.flatMap(({ person: { email, name }, skip }) =>
      email === null || skip !== null ? [] : [{ partyId, role, email, ...(name !== '' && { name }) }],
    ),
  }
}
