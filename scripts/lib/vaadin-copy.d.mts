import type { Plugin } from 'vite';

export function vaadinCopy(): Promise<string>;
export function patches(): Plugin;
