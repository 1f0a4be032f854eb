'use client'
import { lazy } from 'react'

/**
 * What does not exist, and what somebody may not know of: one page for both. It belongs to the data of every page, and few ever show it:
 * so it is a component of the browser that is loaded when it is shown.
 */
const NotFoundSheet = lazy(async () => ({ default: (await import('./not-found-sheet.tsx')).NotFoundSheet }))

export default function NotFoundPage() {
  return <NotFoundSheet />
}
