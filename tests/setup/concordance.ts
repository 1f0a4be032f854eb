/** What tests ask of a passage: what cites it, noun by noun. */
import { loadConcordance } from '#features/texts/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { CitingKind, CitingLineOf } from '#store/citing/register.ts'

interface Place {
  readonly editionId: string
  /** 1 upwards. */
  readonly ordinal: number
}

/** The lines of one noun about a passage, each thing once. */
export async function citing<Of extends CitingKind>(of: Of, viewer: Viewer, place: Place): Promise<CitingLineOf<Of>[]> {
  const lines = (await loadConcordance(viewer, place)).filter((line): line is CitingLineOf<Of> => line.of === of)
  return lines.filter(({ id }, index) => lines.findIndex((other) => other.id === id) === index)
}
