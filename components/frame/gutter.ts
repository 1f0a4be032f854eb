/** The utilities of what is as wide as the page and keeps its margins; on paper the sheet has margins of its own. */
export const gutterLook = 'mx-auto w-full max-w-page px-gutter'
