import type { ExportProven } from './verify-export.ts'

/** How a record holds: wholly, without proving everything, with entries that were erased, or both. */
export function holdsAs({
  erased,
  unproven,
}: Pick<ExportProven, 'erased' | 'unproven'>): 'intact' | 'intactInPart' | 'intactErased' | 'intactErasedInPart' {
  if (erased.length === 0) return unproven.length === 0 ? 'intact' : 'intactInPart'
  return unproven.length === 0 ? 'intactErased' : 'intactErasedInPart'
}
