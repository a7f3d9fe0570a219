import type { Plugin } from 'vite';

/** A Vite plugin that renames Lit's Trusted Types policy, and fails the build when it can't. */
export function renameTrustedTypesPolicy(name: string): Plugin;
