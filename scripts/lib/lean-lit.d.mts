import type { Plugin } from 'vite';

/** A Vite plugin that leaves out of Lit what only old browsers need, and fails the build when it can't. */
export function leanLit(): Plugin;
