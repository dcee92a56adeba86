import { defineConfig } from 'vite';

/**
 * Builds what browsers fetch: `dist/client/assets/*` (hashed) and `dist/client/manifest.json`, whose entries are
 * `src/ui/client/main.ts` with its `css` and `assets` (the fonts), and the sheets that only some pages add. Everything is served under `/assets/`.
 */
export default defineConfig({
  base: '/',
  publicDir: false,
  build: {
    outDir: 'dist/client',
    assetsDir: 'assets',
    manifest: 'manifest.json',
    emptyOutDir: true,
    target: ['chrome99', 'firefox100', 'safari15.4'],
    cssTarget: ['chrome99', 'firefox100', 'safari15.4'],
    // Fonts must stay files of their own: the policy forbids data: fonts, and they are preloaded.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: 'hidden',
    // MapLibre comes whole, and only on the pages that show a map.
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: [
        'src/ui/client/main.ts',
        'src/ui/styles/office-only.css',
        'src/ui/styles/agenda-only.css',
        'src/ui/styles/plain-words-only.css',
      ],
    },
  },
});
