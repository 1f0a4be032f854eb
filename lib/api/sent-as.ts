/** The header by which a page says for whom it was made: their id. An act of a page that was made for somebody else is refused as `viewer-changed`. */
export const sentAsHeader = 'sent-as'
