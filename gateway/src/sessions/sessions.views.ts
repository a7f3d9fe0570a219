import type { ConsoleSession, SdkSession } from '@caas/contract/sessions.js';
import type { SdkPlatform } from '@caas/contract/sdk-sessions.js';
import type { Devices } from '../platform/device.js';
import type { Places } from '../platform/places.js';
import type { ConsoleRow } from './console-sessions.repository.js';
import type { SdkRow } from './sdk-sessions.repository.js';

const SYSTEMS: Readonly<Record<string, SdkPlatform>> = {
  iOS: 'ios',
  Android: 'android',
  Windows: 'windows',
  macOS: 'macos',
  Linux: 'linux',
};

/** Rows as the API shows them. */
export class SessionViews {
  readonly #devices: Devices;
  readonly #places: Places;

  constructor(devices: Devices, places: Places) {
    this.#devices = devices;
    this.#places = places;
  }

  /** A member's session; `current` is the caller's own. */
  console(row: ConsoleRow, current: string | undefined): ConsoleSession {
    const { device, browser } = this.#devices.read(row.user_agent);
    return {
      id: row.id,
      user: { id: row.user_id, name: row.name, email: row.email },
      device,
      browser,
      ip: row.ip,
      place: this.#places.of(row.ip),
      started_at: row.started_at.toISOString(),
      last_active_at: row.last_active_at.toISOString(),
      expires_at: row.ends_at.toISOString(),
      current: row.id === current,
    };
  }

  /** An end user's session. */
  sdk(row: SdkRow): SdkSession {
    const { device, browser, system } = this.#devices.read(row.user_agent);
    return {
      id: row.id,
      user_external_id: row.user_external_id,
      user_data: Object.keys(row.user_data).length > 0 ? row.user_data : null,
      platform: row.platform ?? (row.origin === null ? (SYSTEMS[system ?? ''] ?? null) : 'web'),
      device,
      browser,
      ip: row.ip,
      place: this.#places.of(row.ip),
      origin: row.origin,
      started_at: row.started_at.toISOString(),
      last_active_at: row.last_active_at.toISOString(),
      connected: row.connected,
    };
  }
}
