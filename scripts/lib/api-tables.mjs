// The API tables of a package's README, made from its manifest and kept between two markers.
import { elementsOf } from './manifest.mjs';

const START = '<!-- api:start -->';
const END = '<!-- api:end -->';
const MARKED = new RegExp(`${START}[\\s\\S]*${END}`);

const code = (text) => (text ? `\`${text.replaceAll('|', '\\|').replaceAll('\n', ' ')}\`` : '');
const prose = (text) => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();

/** A README with its tables renewed; unchanged when it has no markers. */
export function withApiTables(readme, manifest) {
  const elements = elementsOf(manifest);
  if (!MARKED.test(readme) || elements.length === 0) return readme;
  const body = elements.map((element) => section(element, elements.length > 1)).join('\n');
  return readme.replace(MARKED, () => `${START}\n\n${body}\n${END}`);
}

function section(element, named) {
  const attributeOf = new Map((element.attributes ?? []).map((one) => [one.fieldName ?? one.name, one.name]));
  const properties = (element.members ?? []).filter(({ kind }) => kind === 'field');
  const methods = (element.members ?? []).filter(({ kind }) => kind === 'method');
  const byName = (list = []) => list.map(({ name, description }) => [code(name) || '(default)', prose(description)]);
  const parts = [
    named ? `### \`<${element.tagName}>\`\n\n${prose(element.description)}\n` : '',
    table(
      ['Property', 'Attribute', 'Type', 'Default', 'What it does'],
      properties.map((one) => [
        code(one.name),
        code(attributeOf.get(one.name)),
        code(one.type?.text),
        code(one.default),
        prose(one.description),
      ]),
    ),
    table(['Method', 'What it does'], byName(methods)),
    table(
      ['Event', 'Detail', 'When'],
      (element.events ?? []).map(({ name, type, description }) => [code(name), code(type?.text), prose(description)]),
    ),
    table(['Slot', 'What goes there'], byName(element.slots)),
    table(['Part', 'What it is'], byName(element.cssParts)),
    table(
      ['Custom property', 'Default', 'What it sets'],
      (element.cssProperties ?? []).map((one) => [code(one.name), code(one.default), prose(one.description)]),
    ),
  ];
  return parts.filter(Boolean).join('\n');
}

function table(head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
