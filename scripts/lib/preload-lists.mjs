// A Vite plugin that writes preload.json: for every entry, the files that it imports before it can run, so that a page may name them in
// `<link rel="modulepreload">` and a browser asks for all of them at once, not one after the other.

/** @returns {import('vite').Plugin} */
export function preloadLists() {
  return {
    name: 'caas:preload-lists',
    apply: 'build',
    generateBundle(_, bundle) {
      const lists = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry && !chunk.fileName.endsWith('.start.js'))
          lists[chunk.fileName] = [...imported(chunk.fileName, bundle)];
      }
      this.emitFile({ type: 'asset', fileName: 'preload.json', source: `${JSON.stringify(lists, null, 2)}\n` });
    },
  };
}

/** Every file that a file imports, directly or through others, without those it asks for later. */
function imported(file, bundle, found = new Set()) {
  for (const next of bundle[file]?.imports ?? []) {
    if (found.has(next)) continue;
    found.add(next);
    imported(next, bundle, found);
  }
  return found;
}
