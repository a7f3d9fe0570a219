import { readFileSync } from 'node:fs';
import { Reader, type CityResponse } from 'maxmind';
import { ConfigError } from './config.js';

/** Where addresses are. */
export interface Places {
  /** City and country as far as they are known, such as "Lagos, Nigeria"; null: not known. */
  of(ip: string | null): string | null;
}

/** Without a database nobody is asked: no place is known. */
const NOWHERE: Places = { of: () => null };

/**
 * Places by a local database file in MaxMind's format (GeoLite2 City, DB-IP City and the like). Nothing is ever looked up over the
 * network. Throws {@link ConfigError} for a file that can't be used.
 */
export function openPlaces(file: string | null): Places {
  if (file === null) return NOWHERE;
  const reader = open(file);
  return {
    of: (ip) => {
      if (ip === null) return null;
      let found: CityResponse | null;
      try {
        found = reader.get(ip);
      } catch {
        // An IPv6 address in a database of IPv4 ones, or a torn record.
        return null;
      }
      const parts = [found?.city?.names.en, found?.country?.names.en].filter((part) => typeof part === 'string');
      return parts.join(', ').slice(0, 200) || null;
    },
  };
}

function open(file: string): Reader<CityResponse> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(`GEOIP_DATABASE="${file}" can't be used: it can't be read (${reason}).`);
  }
  try {
    return new Reader<CityResponse>(bytes);
  } catch {
    throw new ConfigError(`GEOIP_DATABASE="${file}" can't be used: it is not a database in MaxMind's format.`);
  }
}
