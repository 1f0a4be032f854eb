/** The class of what floats above the page as a popover: a ground, an edge, and never wider or higher than the window. */
export const floatingLook = 'popover'

/** The class of one line of a list that floats: of a menu, of what a field offers. */
export const lineLook = 'option'
