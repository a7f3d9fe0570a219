// A Vite plugin for the script-tag build: the query library without what no element uses, mutations and endless lists. Its client names
// both, so that nothing drops them by itself. The build fails where the library no longer looks like this.
const FROM = /@tanstack\/query-core\/build\/modern\/(queryClient|query)\.js/;
const STAND_INS = {
  './mutationCache.js':
    'export class MutationCache { resumePausedMutations() { return Promise.resolve(); } clear() {} }',
  './infiniteQueryBehavior.js': 'export const infiniteQueryBehavior = () => { throw new Error("No endless lists."); };',
};
const MARK = '\0caas-lean:';

/** @returns {import('vite').Plugin} */
export function leanQueries() {
  const used = new Set();
  return {
    name: 'caas:lean-queries',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      used.clear();
    },
    resolveId: {
      filter: { id: /^\.\/(mutationCache|infiniteQueryBehavior)\.js$/ },
      handler(source, importer) {
        if (!FROM.test(importer ?? '')) return null;
        used.add(source);
        return MARK + source;
      },
    },
    load: {
      filter: { id: /^\0caas-lean:/ },
      handler: (id) => ({ code: STAND_INS[id.slice(MARK.length)], moduleType: 'js' }),
    },
    buildEnd(error) {
      if (!error && used.size < Object.keys(STAND_INS).length)
        this.error('The query library no longer imports what this build leaves out.');
    },
  };
}
