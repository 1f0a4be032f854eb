import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  // Several servers can run from one checkout, each with a build of its own; `npm start` builds beside what it serves.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // `npm test` checks the types; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Nothing here needs an image resized, so the resizing service is not offered.
  images: { unoptimized: true },
  // The embedded database loads files that lie beside its own code.
  serverExternalPackages: ['@electric-sql/pglite', 'pglite-prisma-adapter'],
  turbopack: { root: import.meta.dirname },
}

export default createNextIntlPlugin('./lib/words/request.ts')(config)
