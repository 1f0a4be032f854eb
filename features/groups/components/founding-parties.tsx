'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type UnderstoodLine, UnderstoodLines } from '#components/collections/understood-lines.tsx'
import { FieldHint } from '#components/forms/field-hint.tsx'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { type GroupKind, usualMeetingOf } from '#domain/group-kind.ts'
import { fewestParties } from '#domain/meeting/arity.ts'
import { readPastedPeople } from '#lib/mail/pasted-people.ts'
import { withKeys } from '#lib/words/with-keys.ts'
import { isFlawed, nobodys, type PartyOnLine, partiesOnLines } from './founding-values.ts'

type Props = {
  /** Null: it is not said yet. */
  readonly kind: GroupKind | null
}

/** Who belongs to the group that is made: pasted, and shown as understood. */
export function FoundingParties({ kind }: Props) {
  const t = useTranslations('groups.founding')
  const [pasted, setPasted] = useState('')
  const isCircle = kind === 'study-circle'
  return (
    <>
      <TextArea
        label={isCircle ? t('people') : t('parties')}
        description={isCircle ? t('peopleHint') : t('partiesHint')}
        name="pasted"
        rows={4}
        onInput={({ currentTarget }) => setPasted(currentTarget.value)}
      />
      {isCircle ? <People pasted={pasted} /> : <Parties pasted={pasted} kind={kind} />}
    </>
  )
}

function People({ pasted }: { readonly pasted: string }) {
  const t = useTranslations('groups.founding')
  const people = readPastedPeople(pasted)
  const lines = withKeys(people, ({ email, pasted: line }) => email ?? line).map(
    ({ key, entry: { name, email, pasted: line, flaw } }): UnderstoodLine => ({
      key,
      title: email ?? line,
      ...(flaw !== null ? { detail: t(`flaw.${flaw}`), isLeftOut: true } : name !== '' && { detail: name }),
    }),
  )
  return (
    <>
      {lines.length > 0 && <UnderstoodLines label={t('understood')} lines={lines} />}
      <FieldHint>{t('circleMeans')}</FieldHint>
    </>
  )
}

function Parties({ pasted, kind }: Props & { readonly pasted: string }) {
  const t = useTranslations('groups.founding')
  const parties = partiesOnLines(pasted)
  const lines = withKeys(parties, ({ name }) => name).map(
    ({ key, entry: party }): UnderstoodLine => ({
      key,
      title: party.name === '' ? t('nameless') : party.name,
      detail: headWords(party, t),
      ...(isFlawed(party) && { isLeftOut: true }),
    }),
  )
  if (lines.length === 0) return null
  const meeting = usualMeetingOf(kind)
  const fewest = meeting === null ? 0 : fewestParties(meeting)
  const named = [...new Set(parties.map(({ name }) => name).filter((name) => name !== ''))]
  return (
    <>
      <UnderstoodLines label={t('understood')} lines={lines} />
      {kind !== null && parties.length < fewest && (
        <FieldHint>{t(`fewer.${kind}`, { count: parties.length })}</FieldHint>
      )}
      <RadioGroup
        label={t('own')}
        description={t('ownHint')}
        name="own"
        defaultValue={nobodys}
        choices={[
          ...named.map((name) => ({ value: name, label: <bdi>{name}</bdi> })),
          { value: nobodys, label: t('ownNone') },
        ]}
      />
    </>
  )
}

function headWords(
  { headName, headEmail, flaw, like }: PartyOnLine,
  t: ReturnType<typeof useTranslations<'groups.founding'>>,
): string {
  if (flaw !== null) return t(`flaw.${flaw}`)
  if (like !== null) return t('flaw.alike', { like })
  if (headEmail === null) return t('headLater')
  return t('headInvited', { head: headName === '' ? headEmail : `${headName} (${headEmail})` })
}
