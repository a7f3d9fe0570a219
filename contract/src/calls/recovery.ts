// Made from ../recovery.ts by `npm run generate`. Do not edit.
import type * as source from '../recovery.js';
import type { Call } from '../call.js';

export const forgotPassword: Call<typeof source.forgotPassword> = {
  id: 'forgotPassword',
  method: 'POST',
  path: '/api/v1/auth/client/forgot-password',
  open: true,
  answers: { 202: null },
};
export const reportSignIn: Call<typeof source.reportSignIn> = {
  id: 'reportSignIn',
  method: 'POST',
  path: '/api/v1/auth/client/sign-in/report',
  open: true,
  answers: { 204: null },
};
export const resendVerification: Call<typeof source.resendVerification> = {
  id: 'resendVerification',
  method: 'POST',
  path: '/api/v1/auth/client/verify-email/resend',
  open: false,
  answers: { 202: null },
};
export const resetPassword: Call<typeof source.resetPassword> = {
  id: 'resetPassword',
  method: 'POST',
  path: '/api/v1/auth/client/reset-password',
  open: true,
  answers: { 204: null },
};
export const verifyEmail: Call<typeof source.verifyEmail> = {
  id: 'verifyEmail',
  method: 'POST',
  path: '/api/v1/auth/client/verify-email',
  open: false,
  answers: { 204: null },
};
