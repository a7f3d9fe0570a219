import type { RequestInfo } from '../platform/call.js';
import type { Platform } from '../platform/platform.js';
import { problem } from '../platform/problem.js';

const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Refuses what another site's page sends, also a sibling subdomain's. Browsers tell by `Sec-Fetch-Site`, older ones by `Origin`.
 * With `proof` a request that has neither is refused as well: that is asked where the cookie alone would do.
 */
export function requireSameSite(
  { fetchSite, originHeader }: RequestInfo,
  platform: Pick<Platform, 'isOwnOrigin'>,
  { proof }: { proof: boolean },
): void {
  const foreign =
    (fetchSite !== null && !OWN_SITES.has(fetchSite)) || (originHeader !== null && !platform.isOwnOrigin(originHeader));
  const silent = fetchSite === null && originHeader === null;
  if (foreign || (proof && silent))
    throw problem('cross_site_request', { detail: 'This is accepted from the console itself only.' });
}
