import { define } from '@caas/base/define.js';
import { ProfileEmail } from './profile-email.js';
import { ProfilePassword } from './profile-password.js';
import { ProfileWays } from './profile-ways.js';

/** Defines the panels below the first, which come after it. */
export function defineMore(): void {
  define('caas-profile-email', ProfileEmail);
  define('caas-profile-password', ProfilePassword);
  define('caas-profile-ways', ProfileWays);
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-profile-email': ProfileEmail;
    'caas-profile-password': ProfilePassword;
    'caas-profile-ways': ProfileWays;
  }
}
