'use client'
import { Button, type ButtonProps } from '../actions/button.tsx'
import { useFormState } from './form.tsx'

/** Sends the form around it; pending while that is on its way. `name` and `value` go along, for forms with two ways out. */
export function SubmitButton({ variant = 'primary', ...rest }: Omit<ButtonProps, 'type' | 'pending'>) {
  const form = useFormState()
  return <Button {...rest} type="submit" variant={variant} pending={form?.pending ?? false} />
}
