/** Turbopack loader: React Aria brings its own words in thirty languages; those in which no page is written become empty. */
module.exports = () => 'export default {}'
