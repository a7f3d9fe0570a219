import type { Format } from '../format.js';

/** Failures by their stable code, and what stands over them. */
export const en = {
  'title.config': 'This element is not set up',
  'title.auth': 'Your session ended',
  'title.permission': 'You have no access to this',
  title: 'This could not be loaded',
  'error.network': 'The service can’t be reached. Check the connection, then try again.',
  'error.timeout': 'The service did not answer in time. Try again.',
  'error.invalid_answer': 'The service gave an answer this page can’t read. Reload the page.',
  'error.token_unavailable': (_: Format, __: number, from: string) =>
    `The page could not get a token from ${from || 'its server'}.`,
  'error.not_configured':
    'Set api-url (with https:// or http:// in front), and token-url or getToken, on this element or on a caas-provider around it.',
  'error.token_invalid': 'The access of this page was refused. Reload it.',
  'error.token_expired': 'The access of this page has ended. Reload it.',
  'error.session_expired': 'Sign in again to go on.',
  'error.refresh_reused': 'This session was ended because its access was used twice. Sign in again.',
  'error.step_up_required': 'Nothing was changed: this needs a confirmation that it is you.',
  'error.forbidden': 'Your access does not cover this.',
  'error.origin_not_allowed': 'This page’s address is not allowed to use CAAS.',
  'error.not_found': 'This does not exist any more. It may have been deleted by someone else.',
  'error.version_conflict': 'Someone else changed this meanwhile. The present state is shown now.',
  'error.wrong_state': 'This can’t be done in its present state. The present state is shown now.',
  'error.rate_limited': (f: Format, seconds: number) => `Too many requests. Try again in ${f.duration(seconds)}.`,
  'error.unavailable': 'The service is unavailable for a moment. Your data is safe. Try again.',
  'error.internal_error': 'Something went wrong on our side. Your data is safe. Try again.',
  'error.invalid_request': 'Some of this was not accepted. Check the marked fields.',
  'field.text_invalid': 'This has characters that can’t be stored. Type it again.',
};
