import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

/** @type {import('next').NextConfig} */
const config = {
  // Several servers can run from one checkout, each with a build of its own; `npm start` builds beside what it serves.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // `npm test` checks the types; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The server in front packs what is sent (lib/server/packing.ts), as a whole and not piece by piece.
  compress: false,
  reactStrictMode: true,
  // Nothing here needs an image resized, so the resizing service is not offered.
  images: { unoptimized: true },
  // The embedded database loads files that lie beside its own code. The comparison of words is a script within a module, of which
  // a bundle takes another default than Node does.
  serverExternalPackages: ['@electric-sql/pglite', 'pglite-prisma-adapter', '@jest/diff-sequences'],
  turbopack: {
    root: import.meta.dirname,
    // Messages are compiled on the server (lib/words/catalog.ts): what formats them, in the browser too, need not read ICU.
    // Icons are drawn without what lucide says besides: it is the one package with a file of this name.
    resolveAlias: {
      'use-intl/format-message': './lib/words/format-message.ts',
      './Icon.mjs': './components/markup/icon.tsx',
    },
  },
}

/** The plugin brings a compiler of its own, which a server that only serves need not keep in memory. */
export default async function configure(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin('./lib/words/request.ts')(config)
}
