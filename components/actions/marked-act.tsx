import type { ActButtonProps } from './act-button.tsx'
import { Button } from './button.tsx'

/** What the button says that it does, in the form in which it is written on it. */
export type MarkedDoing = Pick<ActButtonProps, 'act' | 'goTo' | 'undo' | 'said'>

/** The button of an act as markup: it says itself what it does, and `MarkedActs` does it. Only prepared parts of a page are made of it. */
export function MarkedAct({ act, goTo, undo, said, ...look }: ActButtonProps) {
  const doing: MarkedDoing = {
    act,
    ...(goTo === undefined ? {} : { goTo }),
    ...(undo === undefined ? {} : { undo }),
    ...(said === undefined ? {} : { said }),
  }
  return <Button {...look} data-act={JSON.stringify(doing)} />
}
