'use client'
import { Checkbox, type CheckboxProps } from './checkbox.tsx'

/** A setting that is on or off and takes effect at once. In a form that is sent, use `Checkbox`. */
export function Switch(props: Omit<CheckboxProps, 'role'>) {
  return <Checkbox {...props} role="switch" />
}
