/** The header in which a page says who opened it, by their id: no act of it is taken as that of whoever is signed in meanwhile. */
export const openedAs = 'opened-as'
