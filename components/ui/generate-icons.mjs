// Writes src/icons.ts: the icons we use, as path data, from lucide-static. Run it after changing NAMES; its output is checked in.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const NAMES =
  `activity arrow-down arrow-left arrow-right arrow-up ban bell building-2 calendar check chevron-down chevron-left chevron-right
chevrons-up-down circle-check circle-help circle-user-round circle-x clock code columns-3 command copy download ellipsis external-link eye eye-off file-text globe
history house image info key-round layout-dashboard list-filter loader-circle lock log-out mail menu minus monitor moon panel-left pause pencil pin play plug
plus power rotate-ccw rotate-cw save scroll-text search send server settings shield-check smartphone sun trash-2 triangle-alert undo-2 upload user users wifi-off x zap`.split(
    /\s+/,
  );
const RENAMED = { 'circle-help': 'circle-question-mark' };

const icons = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');
const number = (value) => String(Math.round(Number(value) * 1000) / 1000);

/** The drawing commands of one SVG element. */
function toPath(tag, a) {
  const get = (name) => Number(a[name] ?? 0);
  if (tag === 'path') return absolute(a.d);
  if (tag === 'circle') return ellipse(get('cx'), get('cy'), get('r'), get('r'));
  if (tag === 'ellipse') return ellipse(get('cx'), get('cy'), get('rx'), get('ry'));
  if (tag === 'line') return `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`;
  if (tag === 'polyline') return `M${a.points.trim()}`;
  if (tag === 'polygon') return `M${a.points.trim()}z`;
  if (tag === 'rect') return rect(get('x'), get('y'), get('width'), get('height'), Number(a.rx ?? a.ry ?? 0));
  throw new Error(`No path for <${tag}>`);
}

function ellipse(cx, cy, rx, ry) {
  return `M${number(cx - rx)} ${number(cy)}a${number(rx)} ${number(ry)} 0 1 0 ${number(2 * rx)} 0a${number(rx)} ${number(ry)} 0 1 0 ${number(-2 * rx)} 0z`;
}

function rect(x, y, width, height, r) {
  const corner = (dx, dy) => (r ? `a${number(r)} ${number(r)} 0 0 1 ${number(dx)} ${number(dy)}` : '');
  return `M${number(x + r)} ${number(y)}h${number(width - 2 * r)}${corner(r, r)}v${number(height - 2 * r)}${corner(-r, r)}h${number(2 * r - width)}${corner(-r, -r)}v${number(2 * r - height)}${corner(r, -r)}z`;
}

/** A first `m` counts from the origin; written as `M` the pieces can be joined into one path. */
function absolute(d) {
  const first = /^m\s*(-?[\d.]+)[\s,]*(-?(?:\d*\.\d+|\d+))\s*/.exec(d);
  if (!first) return d;
  const rest = d.slice(first[0].length);
  return `M${first[1]} ${first[2]}${/^[-.\d]/.test(rest) ? 'l' : ''}${rest}`;
}

async function paths(name) {
  const source = await readFile(join(icons, `${RENAMED[name] ?? name}.svg`), 'utf8');
  return [...source.matchAll(/<(path|circle|ellipse|line|polyline|polygon|rect)\s([^>]*?)\/>/g)].map(
    ([, tag, attributes]) =>
      toPath(
        tag,
        Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
      ),
  );
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const lines = [];
for (const name of NAMES)
  lines.push(`export const ${camel(name)}: Icon = [${(await paths(name)).map((d) => `'${d}'`).join(', ')}];`);

const file = new URL('src/icons.ts', import.meta.url);
const source = `// Written by generate-icons.mjs from Lucide (ISC license, https://lucide.dev/license). Do not edit.

/** One icon: path data on a 24 by 24 grid, drawn as strokes. Each piece starts absolutely, so that they can be joined. */
export type Icon = readonly string[];

${lines.join('\n')}
`;
await writeFile(file, await format(source, { ...(await resolveConfig(file)), parser: 'typescript' }));
