'use client'
import { useEffect, useState } from 'react'
import { useLanguage } from '#lib/words/use-language.ts'
import { presentZone, zoneLabel, zoneWords } from '#lib/zone-names.ts'
import { ComboBox, type ComboBoxProps } from './combo-box.tsx'

export type ZoneFieldProps = Omit<ComboBoxProps, 'choices'> & {
  /** Without a `defaultValue`, offer the zone of this browser. */
  readonly guess?: boolean
}

/** An IANA time zone, found by typing its name, present or old, or that of a country. */
export function ZoneField({ guess = false, defaultValue = '', ...field }: ZoneFieldProps) {
  const [zones] = useState(() => choicesWith(defaultValue))
  const { formats } = useLanguage()
  const [own, setOwn] = useState('')
  useEffect(() => {
    if (guess && defaultValue === '') setOwn(presentZone(Intl.DateTimeFormat().resolvedOptions().timeZone))
  }, [guess, defaultValue])
  return (
    <ComboBox
      key={own}
      {...field}
      choices={zones}
      also={({ value }) => zoneWords(value, formats)}
      defaultValue={presentZone(defaultValue) || own}
    />
  )
}

/** A zone in words, where `field` is that of a zone: for whoever is told what somebody else chose. */
export function saidZone(field: string, value: string | number | null): string | undefined {
  return field === 'timeZone' && typeof value === 'string' ? zoneLabel(presentZone(value)) : undefined
}

/** Every zone of this runtime; a stored one that it does not list is kept. */
function choicesWith(value: string) {
  const listed = Intl.supportedValuesOf('timeZone').map(presentZone)
  const zones = new Set(['UTC', ...listed, ...(value === '' ? [] : [presentZone(value)])])
  return [...zones].map((zone) => ({ value: zone, label: zoneLabel(zone) }))
}
