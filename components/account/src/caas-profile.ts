import { define } from '@caas/base/define.js';
import { Profile } from './profile.js';
import { ProfileAbout } from './profile-about.js';

export { Profile };
export type { ProfileUpdatedEvent } from './profile.js';

define('caas-profile-about', ProfileAbout);
define('caas-profile', Profile);

declare global {
  interface HTMLElementTagNameMap {
    'caas-profile': Profile;
  }
}
