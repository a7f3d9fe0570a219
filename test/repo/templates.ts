import ts from 'typescript';

/** A text that stands in a template instead of the locales. */
export interface StrayText {
  line: number;
  text: string;
}

const TAGS = new Set(['html', 'svg']);
/** Attributes whose value a person reads or hears. */
const SPOKEN =
  /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|label|heading|hint|text)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const LETTERS = /\p{L}{2,}/u;
/** Names of the product and of things that have one name in every language. */
const NAMES = /\b(?:CAAS|API|URL|IP|ID|JSON|CSV|UTC|PEM|SDK)\b/g;
/** Stands for an expression between two pieces of a template. */
const GAP = '\u0000';

/** The readable texts written into html and svg templates of a source. */
export function strayTexts(source: string, fileName: string): StrayText[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const found: StrayText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && TAGS.has(node.tag.getText())) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(...textsOf(markup(node.template)).map((text) => ({ line, text })));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function markup(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }) => GAP + literal.text).join('');
}

function textsOf(markup: string): string[] {
  const spoken = [...markup.matchAll(SPOKEN)].map(([, double, single]) => double ?? single ?? '');
  const between = markup
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g, '\n')
    .split('\n');
  return [...between, ...spoken]
    .map((text) => text.replaceAll(GAP, ' ').replace(/&\w+;/g, ' ').trim())
    .filter((text) => LETTERS.test(text.replace(NAMES, '')));
}
