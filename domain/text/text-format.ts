/** In which format a source is read. */
export const textFormats = ['plain', 'markdown'] as const

export type TextFormat = (typeof textFormats)[number]
