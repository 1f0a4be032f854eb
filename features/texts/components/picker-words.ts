import { getMessages } from 'next-intl/server'
import type texts from '#messages/en/texts.json'

/** The words of the passage picker, for a page to hand to it. */
export type PickerWords = Readonly<typeof texts.picker>

export async function pickerWords(): Promise<PickerWords> {
  return (await getMessages()).texts.picker
}
