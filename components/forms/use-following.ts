'use client'
import { useState } from 'react'

/** A list that follows what is chosen elsewhere in a form, until somebody changes it by hand. */
export interface FollowingList<T> {
  readonly value: readonly T[]
  /** Changed by hand: from then on it follows nothing by itself; emptied, it follows again. */
  readonly change: (next: readonly T[]) => void
  /** Something was chosen to which this list belongs. */
  readonly follow: (next: readonly T[]) => void
  /** Takes what belongs to the choice in the place of what stands there; null: that is there already, or is nothing. */
  readonly take: (() => void) | null
}

/** `initial`: what stands there at first; `own`: it was chosen by somebody already, and follows nothing by itself. */
export function useFollowing<T>(initial: readonly T[], own = false): FollowingList<T> {
  const [value, setValue] = useState(initial)
  const [offered, setOffered] = useState(initial)
  const [isOwn, setOwn] = useState(own && initial.length > 0)
  const change = (next: readonly T[]) => {
    setValue(next)
    setOwn(next.length > 0)
  }
  const follow = (next: readonly T[]) => {
    setOffered(next)
    if (!isOwn) setValue(next)
  }
  const take = () => {
    setValue(offered)
    setOwn(false)
  }
  return { value, change, follow, take: isOwn && offered.length > 0 && offered !== value ? take : null }
}
