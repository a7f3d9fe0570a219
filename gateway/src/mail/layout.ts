import { DARK, LIGHT } from './colours.generated.js';
import { escapeHtml } from '../platform/plain-page.js';
import type { Block } from './mail.texts.js';

/** A mail's words in the order in which they are read. */
export interface Page {
  readonly language: string;
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  readonly footer: string;
}

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Courier New', monospace";

/** The text part: for programs that show no HTML, and for people who prefer it. */
export function toText({ heading, greeting, blocks, footer }: Page): string {
  const parts = blocks.map((block) => {
    if ('text' in block) return block.text;
    if ('note' in block) return block.note;
    if ('code' in block) return `${block.label}:\n\n    ${block.code}`;
    if ('action' in block) return `${block.action}:\n${block.url}`;
    return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  });
  return [heading.toUpperCase(), greeting, ...parts, `--\n${footer}`].join('\n\n') + '\n';
}

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;

function toRow([name, value]: readonly [string, string]): string {
  return `<tr><td class="m" style="padding:2px 16px 2px 0;color:${LIGHT.muted};white-space:nowrap;vertical-align:top">${escapeHtml(name)}</td><td style="padding:2px 0">${escapeHtml(value)}</td></tr>`;
}

function toBlock(block: Block): string {
  if ('text' in block) return paragraph(block.text);
  if ('note' in block)
    return `<p class="m" style="margin:0;font-size:13px;line-height:20px;color:${LIGHT.muted}">${escapeHtml(block.note)}</p>`;
  if ('code' in block)
    return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px"><tr><td class="s" align="center" style="padding:16px;background:${LIGHT.sunken};border:1px solid ${LIGHT.border};border-radius:8px"><span class="m" style="display:block;font-size:13px;line-height:20px;color:${LIGHT.muted}">${escapeHtml(block.label)}</span><span style="display:block;padding-top:4px;font-family:${MONO};font-size:32px;line-height:40px;letter-spacing:6px;font-weight:600">${escapeHtml(block.code)}</span></td></tr></table>`;
  if ('action' in block)
    return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr><td class="b" style="background:${LIGHT.accent};border-radius:8px"><a class="b" href="${escapeHtml(block.url)}" style="display:inline-block;border-radius:8px;padding:12px 24px;font-weight:600;color:${LIGHT.onAccent};text-decoration:none">${escapeHtml(block.action)}</a></td></tr></table>`;
  return `<table cellpadding="0" cellspacing="0" style="margin:0 0 16px;font-size:15px;line-height:22px">${block.facts.map(toRow).join('')}</table>`;
}

/** Mail programs that read a style sheet show the dark scheme where the reader has it; the others keep the light one. */
const DARK_SHEET = `@media (prefers-color-scheme: dark) {
body, .c { background: ${DARK.canvas} !important; color: ${DARK.text} !important; }
.p { background: ${DARK.surface} !important; border-color: ${DARK.border} !important; color: ${DARK.text} !important; }
.s { background: ${DARK.sunken} !important; border-color: ${DARK.border} !important; }
.m { color: ${DARK.muted} !important; }
.b { background: ${DARK.accent} !important; color: ${DARK.onAccent} !important; }
}`;

/** The HTML part: one column, tables for the sake of old programs, nothing to fetch. */
export function toHtml({ language, subject, heading, greeting, blocks, footer }: Page): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(subject)}</title>
<base target="_blank">
<style>${DARK_SHEET}</style>
</head>
<body style="margin:0;padding:0;background:${LIGHT.canvas};color:${LIGHT.text}">
<table role="presentation" class="c" width="100%" cellpadding="0" cellspacing="0" style="background:${LIGHT.canvas};color:${LIGHT.text};font-family:${FONT};font-size:16px;line-height:24px"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td align="left" style="padding:0 0 16px;font-weight:600;letter-spacing:-0.01em">CAAS Console</td></tr>
<tr><td class="p" align="left" style="padding:32px;background:${LIGHT.surface};border:1px solid ${LIGHT.border};border-radius:12px">
<h1 style="margin:0 0 24px;font-size:22px;line-height:30px;font-weight:600;letter-spacing:-0.02em">${escapeHtml(heading)}</h1>
${[paragraph(greeting), ...blocks.map(toBlock)].join('\n')}
</td></tr>
<tr><td class="m" align="left" style="padding:16px 0 0;font-size:13px;line-height:20px;color:${LIGHT.muted}">${escapeHtml(footer)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}
