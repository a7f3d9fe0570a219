import type { Plugin } from 'vite';

/** A Vite plugin that makes every declaration of a list module a module of its own, so that chunks take only what they use. */
export function oneByOne(lists: RegExp): Plugin;

/** The text of one declaration of a list module, and imports of those beside it that it uses. */
export function declarationOf(code: string, name: string, path: string): string;
