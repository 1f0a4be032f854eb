import { Button, type ButtonProps } from '../actions/button.tsx'

export type OpensDialogProps = Omit<ButtonProps, 'onClick' | 'pending'> & {
  /** What it opens: a name that `LateDialogs` of the page knows, and after a space what it is about. */
  readonly opens: string
}

/** The button of a dialog that comes when it is pressed, with its code, its words and what it shows. As light as its words in prepared markup. */
export function OpensDialog({ opens, ...button }: OpensDialogProps) {
  return <Button {...button} aria-haspopup="dialog" data-opens={opens} />
}
