'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { type UnderstoodLine, UnderstoodLines } from '#components/collections/understood-lines.tsx'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { type PastedParty, readPastedParties } from '#lib/mail/pasted-people.ts'
import { withKeys } from '#lib/words/with-keys.ts'
import type { InvitationsSent } from '../views.ts'
import { SentNotice } from './sent-notice.tsx'

export type InviteHeadsProps = {
  readonly groupId: string
  /** The parties whose first head the viewer may invite. */
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly shortName: string
    /** Somebody is invited as its head already. */
    readonly headInvited: boolean
  }[]
}

type Party = InviteHeadsProps['parties'][number]

/** Invites the first heads of several parties in one act; stands in a dialog. */
export function InviteHeads({ groupId, parties }: InviteHeadsProps) {
  const t = useTranslations('invitations.form')
  const { act } = useAct()
  const [pasted, setPasted] = useState(() =>
    parties.flatMap(({ name, headInvited }) => (headInvited ? [] : `${name}, `)).join('\n'),
  )
  const [sent, setSent] = useState<InvitationsSent | null>(null)
  if (sent !== null) return <SentNotice sent={sent} />

  async function send(data: FormData) {
    const { guests, flawed } = headsIn(textIn(data, 'pasted'), parties)
    if (flawed > 0 || guests.length === 0) return [{ field: 'pasted', message: t('mend', { count: flawed }) }]
    return act(
      { route: 'POST /groups/{groupId}/invitations', params: { groupId }, body: { guests } },
      ({ invited = guests.map(({ email }) => email), skipped = [] }) => {
        setSent({ invited, skipped })
        return null
      },
    )
  }
  return (
    <Form send={send}>
      <TextArea
        label={t('heads')}
        description={t('headsHint')}
        name="pasted"
        defaultValue={pasted}
        rows={Math.max(4, parties.length + 1)}
        onInput={({ currentTarget }) => setPasted(currentTarget.value)}
        required
      />
      <UnderstoodLines label={t('understood')} lines={linesOf(readHeads(pasted, parties), t)} />
      <div>
        <SubmitButton>{t('submitSeveral')}</SubmitButton>
      </div>
    </Form>
  )
}

/** A pasted line, and the party that it names; null: none without a head is called so. */
interface ReadHead {
  readonly line: PastedParty
  readonly party: Party | null
}

function readHeads(pasted: string, parties: readonly Party[]): readonly ReadHead[] {
  return readPastedParties(pasted).map((line) => ({ line, party: partyOf(line, parties) }))
}

/** Those who are invited, as the act takes them, and how many lines are to be mended first. */
function headsIn(pasted: string, parties: readonly Party[]) {
  const read = readHeads(pasted, parties)
  return {
    flawed: read.filter(({ line, party }) => line.flaw !== null || party === null).length,
    guests: read.flatMap(({ line: { headEmail, headName }, party }) =>
      headEmail === null || party === null
        ? []
        : [{ partyId: party.id, role: 'head' as const, email: headEmail, ...(headName !== '' && { name: headName }) }],
    ),
  }
}

type Words = ReturnType<typeof useTranslations<'invitations.form'>>

function linesOf(read: readonly ReadHead[], t: Words): readonly UnderstoodLine[] {
  return withKeys(read, ({ line }) => line.name).map(({ key, entry: { line, party } }) => {
    if (party === null) {
      // An address alone names no party: the line is called by what stands in it.
      const detail = t(line.name === '' ? 'partyMissing' : 'noSuchParty')
      return { key, title: line.name || line.headEmail || line.headName, detail, isLeftOut: true }
    }
    const { name: title, headInvited } = party
    if (line.flaw !== null) return { key, title, detail: t(`flaw.${line.flaw}`), isLeftOut: true }
    const { headEmail, headName } = line
    if (headEmail === null) return { key, title, detail: t(headInvited ? 'headAlready' : 'headLater') }
    const head = headName === '' ? headEmail : `${headName} (${headEmail})`
    return { key, title, detail: headInvited ? t('headBeside', { head }) : head }
  })
}

/** The party that a line names, by its name or short name. */
function partyOf({ name }: PastedParty, parties: readonly Party[]): Party | null {
  const said = name.normalize('NFC').toLowerCase()
  return parties.find((party) => [party.name, party.shortName].some((one) => one.toLowerCase() === said)) ?? null
}
