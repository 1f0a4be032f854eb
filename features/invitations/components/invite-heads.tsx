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
  readonly parties: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
}

type Party = InviteHeadsProps['parties'][number]

/** Invites the first heads of several parties in one act; stands in a dialog. */
export function InviteHeads({ groupId, parties }: InviteHeadsProps) {
  const t = useTranslations('invitations.form')
  const { act } = useAct()
  const [pasted, setPasted] = useState(() => parties.map(({ name }) => `${name}, `).join('\n'))
  const [sent, setSent] = useState<InvitationsSent | null>(null)
  if (sent !== null) return <SentNotice sent={sent} />

  const read = readPastedParties(pasted).map((line) => ({ line, party: partyOf(line, parties) }))
  async function send(data: FormData) {
    const lines = readPastedParties(textIn(data, 'pasted')).map((line) => ({ line, party: partyOf(line, parties) }))
    const flawed = lines.filter(({ line, party }) => line.flaw !== null || party === null).length
    const guests = lines.flatMap(({ line: { headEmail, headName }, party }) =>
      headEmail === null || party === null
        ? []
        : [{ partyId: party.id, role: 'head' as const, email: headEmail, ...(headName !== '' && { name: headName }) }],
    )
    if (flawed > 0 || guests.length === 0) return [{ field: 'pasted', message: t('mend', { count: flawed }) }]
    return act(
      { route: 'POST /groups/{groupId}/invitations', params: { groupId }, body: { guests } },
      ({ invited = guests.map(({ email }) => email), skipped = [] }) => {
        setSent({ invited, skipped })
        return null
      },
    )
  }
  const lines = withKeys(read, ({ line }) => line.name).map(
    ({ key, entry: { line, party } }): UnderstoodLine => ({
      key,
      title: party?.name ?? line.name,
      ...(party === null
        ? { detail: t('noSuchParty'), isLeftOut: true }
        : line.flaw !== null
          ? { detail: t(`flaw.${line.flaw}`), isLeftOut: true }
          : line.headEmail === null
            ? { detail: t('headLater') }
            : { detail: line.headName === '' ? line.headEmail : `${line.headName} (${line.headEmail})` }),
    }),
  )
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
      <UnderstoodLines label={t('understood')} lines={lines} />
      <div>
        <SubmitButton>{t('submitSeveral')}</SubmitButton>
      </div>
    </Form>
  )
}

/** The party that a line names, by its name or short name. */
function partyOf({ name }: PastedParty, parties: readonly Party[]): Party | null {
  const said = name.normalize('NFC').toLowerCase()
  return parties.find((party) => [party.name, party.shortName].some((one) => one.toLowerCase() === said)) ?? null
}
