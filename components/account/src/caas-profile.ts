import { define } from '@caas/base/define.js';
import { Profile } from './profile.js';
import { ProfileAbout } from './profile-about.js';
import { ProfileEmail } from './profile-email.js';
import { ProfilePassword } from './profile-password.js';
import { ProfileWays } from './profile-ways.js';

export { Profile };
export type { ProfileUpdatedEvent } from './profile.js';

define('caas-profile-about', ProfileAbout);
define('caas-profile-email', ProfileEmail);
define('caas-profile-password', ProfilePassword);
define('caas-profile-ways', ProfileWays);
define('caas-profile', Profile);

declare global {
  interface HTMLElementTagNameMap {
    'caas-profile': Profile;
    'caas-profile-about': ProfileAbout;
    'caas-profile-email': ProfileEmail;
    'caas-profile-password': ProfilePassword;
    'caas-profile-ways': ProfileWays;
  }
}
