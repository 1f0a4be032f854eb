'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { controlLook } from '#components/forms/control.ts'
import { levelBounds, type PassageKind, passageKinds } from '#domain/text/passage.ts'
import { shownReference } from '#domain/text/reference.ts'
import type { DraftLine as Row } from '../views.ts'
import type { RowActs } from './draft-row.tsx'

/** Each kind with each level that it can have. */
const choices = passageKinds.flatMap((kind) => {
  const { min, max } = levelBounds[kind]
  return Array.from({ length: max - min + 1 }, (_, step) => ({ kind, level: min + step }))
})

export interface DraftChoicesProps {
  readonly row: Row
  readonly acts: RowActs
  readonly split: () => void
}

/** What can be done with the passage that is open. */
export function DraftChoices({ row, acts, split }: DraftChoicesProps) {
  const t = useTranslations('texts.editor')
  const k = useTranslations('texts.kind')
  const label =
    row.reference === null ? t('choicesDropped') : t('choices', { reference: shownReference(row.reference, row.text) })
  const retype = (value: string) => {
    const choice = choices.find((one) => keyOf(one) === value)
    if (choice) void acts.retype(choice.kind, choice.level)
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-2 pt-2 font-sans text-base font-normal">
      <legend className="sr-only">{label}</legend>
      {!row.dropped && (
        <>
          <Button size="small" onClick={() => acts.merge('previous')}>
            {t('mergePrevious')}
          </Button>
          <Button size="small" onClick={() => acts.merge('next')}>
            {t('mergeNext')}
          </Button>
          <Button size="small" onClick={split}>
            {t('split')}
          </Button>
          <label className="flex items-center gap-2">
            <span className="text-sm text-soft">{t('kind')}</span>
            <select
              className={controlLook({ wide: false })}
              value={keyOf(row)}
              onChange={(event) => retype(event.currentTarget.value)}
            >
              {choices.map((choice) => (
                <option key={keyOf(choice)} value={keyOf(choice)}>
                  {k(choice.kind, { level: choice.level })}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <Button size="small" onClick={acts.toggle}>
        {acts.toggleWord}
      </Button>
    </fieldset>
  )
}

function keyOf({ kind, level }: { readonly kind: PassageKind; readonly level: number }): string {
  return `${kind}-${level}`
}
