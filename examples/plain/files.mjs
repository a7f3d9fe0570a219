// What any server does with files: the page itself and the element's scripts.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** The file at `path`: below `/caas/` one of the elements, else one of the pages. */
export async function fileOf(path, { pages, elements, consoleUrl }) {
  try {
    const { pathname } = new URL(path, 'http://localhost');
    const [root, name] = pathname.startsWith('/caas/') ? [elements, pathname.slice(6)] : [pages, pathname.slice(1)];
    const file = join(root, normalize(name || 'index.html'));
    const type = TYPES[extname(file)];
    if (!type || !resolve(file).startsWith(resolve(root))) return missing();
    if (extname(file) !== '.html') return { status: 200, type, body: await readFile(file) };
    const page = await readFile(file, 'utf8');
    const body = page
      .replace('http://localhost:3100', consoleUrl)
      .replace('</head>', `${await preloads(elements)}</head>`);
    return { status: 200, type, body };
  } catch {
    return missing();
  }
}

function missing() {
  return { status: 404, type: 'text/plain', body: 'Not found' };
}

/** Names what the element's script imports, so that the browser asks for all of it at once. */
async function preloads(elements) {
  const lists = JSON.parse(await readFile(join(elements, 'preload.json'), 'utf8'));
  return lists['caas-api-keys.js'].map((file) => `<link rel="modulepreload" href="/caas/${file}" />`).join('\n');
}
