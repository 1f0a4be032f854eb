'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'

export type GroupFieldsProps = {
  /** What stands there so far; without it nothing. */
  readonly group?: { readonly name: string; readonly purpose: string; readonly timeZone: string }
  /** Fields between the purpose and the zone. */
  readonly children?: ReactNode
}

/** What a group is called, what it is there for, and where its people live. */
export function GroupFields({ group, children }: GroupFieldsProps) {
  const t = useTranslations('groups.form')
  return (
    <>
      <TextField label={t('name')} name="name" defaultValue={group?.name} maxLength={120} required />
      <TextArea
        label={t('purpose')}
        description={t('purposeHint')}
        name="purpose"
        defaultValue={group?.purpose}
        maxLength={2000}
      />
      {children}
      <ZoneField
        label={t('timeZone')}
        description={t('timeZoneHint')}
        name="timeZone"
        defaultValue={group?.timeZone ?? ''}
        guess
        required
      />
    </>
  )
}
