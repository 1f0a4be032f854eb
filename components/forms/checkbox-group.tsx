'use client'
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'

export type CheckboxGroupProps = Omit<ChoiceGroupProps, 'type' | 'initial' | 'onPress'> & {
  readonly defaultValue?: readonly string[]
  /** Told of each press. */
  readonly onChange?: (value: string, chosen: boolean) => void
}

/** Any of a few, all in view; `data.getAll(name)` holds the chosen values. */
export function CheckboxGroup({ defaultValue = [], onChange, ...rest }: CheckboxGroupProps) {
  return <ChoiceGroup {...rest} type="checkbox" initial={defaultValue} onPress={onChange} />
}
