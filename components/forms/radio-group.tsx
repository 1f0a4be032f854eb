'use client'
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'

export type RadioGroupProps = Omit<ChoiceGroupProps, 'type' | 'initial' | 'onPress'> & {
  readonly defaultValue?: string
  /** Told of each new answer, e.g. to show what it asks for. */
  readonly onChange?: (value: string) => void
}

/** One of a few, all in view. */
export function RadioGroup({ defaultValue, onChange, ...rest }: RadioGroupProps) {
  return <ChoiceGroup {...rest} type="radio" initial={defaultValue ? [defaultValue] : []} onPress={onChange} />
}
