import { getPublicSuffix } from 'tldts';
import type { Suffixes } from './origin.js';

/** The Public Suffix List, its private section included. It is heavy (some 45 KB): a page loads this module when a form opens. */
export const suffixes: Suffixes = {
  isPublicSuffix: (host) => getPublicSuffix(host, { allowPrivateDomains: true, validateHostname: false }) === host,
};
