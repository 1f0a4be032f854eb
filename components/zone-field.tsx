'use client'
import { useEffect, useState } from 'react'
import { ComboBox, type ComboBoxProps } from './combo-box.tsx'

export type ZoneFieldProps = Omit<ComboBoxProps, 'choices'> & {
  /** Without a `defaultValue`, offer the zone of this browser. */
  readonly guess?: boolean
}

/** An IANA time zone, found by typing. */
export function ZoneField({ guess = false, defaultValue = '', ...field }: ZoneFieldProps) {
  const [zones] = useState(() => choicesWith(defaultValue))
  const [own, setOwn] = useState('')
  useEffect(() => {
    if (guess && defaultValue === '') setOwn(presentName(Intl.DateTimeFormat().resolvedOptions().timeZone))
  }, [guess, defaultValue])
  return <ComboBox key={own} {...field} choices={zones} defaultValue={defaultValue || own} />
}

/** Names that runtimes still list under an older spelling (CLDR keeps the first one it had), by the one people look for. */
const PRESENT_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

const presentName = (zone: string): string => PRESENT_NAMES[zone] ?? zone

/** Every zone of this runtime; a stored one that it does not list is kept. */
function choicesWith(value: string) {
  const listed = Intl.supportedValuesOf('timeZone').map(presentName)
  const zones = new Set(['UTC', ...listed, ...(value === '' ? [] : [value])])
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
