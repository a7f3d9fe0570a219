import type { Plugin } from 'vite';

/** A Vite plugin that writes Lit's property decorators as the static `properties` they stand for. */
export function plainProperties(): Plugin;

/** The same TypeScript, without `@property`, `@state` and `@query`. */
export function withoutDecorators(code: string): string;
