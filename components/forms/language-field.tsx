'use client'
import { Select, type SelectProps } from './select.tsx'

export type LanguageFieldProps = Omit<SelectProps, 'choices' | 'name'> & {
  readonly languages: readonly { readonly tag: string; readonly name: string }[]
}

/** A language, each by the name that it has for those who speak it. */
export function LanguageField({ languages, ...field }: LanguageFieldProps) {
  const choices = languages.map(({ tag, name }) => ({ value: tag, label: name }))
  return <Select {...field} name="language" choices={choices} />
}
