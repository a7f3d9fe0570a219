import type { Plugin } from 'vite';

/** The written pieces of a template literal, as an ESTree parser gives them. */
export interface Quasi {
  value: { raw: string };
}
/** A Vite plugin that takes indentation, line ends and comments out of Lit templates and style sheets. */
export function minifyLiterals(): Plugin;
/** The pieces of a css template, squeezed. */
export function minifyCss(quasis: Quasi[]): string[];
/** The pieces of an html template, squeezed; none when white space matters in it. */
export function minifyHtml(quasis: Quasi[]): string[];
