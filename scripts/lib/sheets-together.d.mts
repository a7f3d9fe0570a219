import type { Plugin } from 'vite';

/** A Vite plugin that puts the style sheets of a chunk beside each other, before its code: they compress better so. */
export function sheetsTogether(): Plugin;
