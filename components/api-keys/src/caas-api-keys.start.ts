// What the script of a tag does first, while the element's code is on its way: asks for the first rows.
import { readEarly } from '@caas/base/early.js';

const ME = '/api/v1/auth/client/me';
const FIRST_PAGE = '/v1/auth/api-keys?sort=-created_at&limit=25';

readEarly('caas-api-keys', (element) => ('viewState' in element ? [ME] : [ME, FIRST_PAGE]));
