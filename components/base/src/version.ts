/** The version all `@caas/*` packages share. */
export const VERSION = '0.1.0';
