import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';

const Live = z.object({ status: z.literal('ok') });

export const healthLive = endpoint({
  id: 'healthLive',
  method: 'GET',
  path: '/health/live',
  summary: 'The process answers',
  who: ['public'],
  answers: { 200: Live },
  errors: [],
});
export const healthReady = endpoint({
  id: 'healthReady',
  method: 'GET',
  path: '/health/ready',
  summary: 'The process and its database answer',
  who: ['public'],
  answers: { 200: Live },
  errors: ['unavailable'],
});
export const health = endpoint({
  id: 'health',
  method: 'GET',
  path: '/api/health',
  summary: 'The same as /health/ready, with the version',
  who: ['public'],
  answers: { 200: z.object({ status: z.literal('ok'), version: z.string() }) },
  errors: ['unavailable'],
});
