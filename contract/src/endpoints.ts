import { checkPermissions, login, logout, me, refresh, register } from './accounts.js';
import {
  createApiKey,
  deleteApiKey,
  getApiKeyUsage,
  listApiKeys,
  promoteApiKey,
  revokeApiKey,
  rollbackApiKey,
  rotateApiKey,
  testApiKey,
  updateApiKey,
  validateApiKey,
} from './api-keys.js';
import { logAuditEvent, queryAudit } from './audit.js';
import { getDashboard } from './dashboard.js';
import { createEmbedToken, revokeEmbedToken } from './embed-tokens.js';
import { health, healthLive, healthReady } from './health.js';
import { createSdkSession } from './sdk-sessions.js';
import { getTenant } from './tenant.js';
import type { Endpoint } from './endpoint.js';

/** Every endpoint of the API. For the gateway, OpenAPI and the SDK's types; elements import endpoints one by one. */
export const ENDPOINTS: readonly Endpoint[] = [
  register,
  login,
  refresh,
  logout,
  me,
  checkPermissions,
  listApiKeys,
  createApiKey,
  updateApiKey,
  deleteApiKey,
  getApiKeyUsage,
  rotateApiKey,
  promoteApiKey,
  rollbackApiKey,
  testApiKey,
  revokeApiKey,
  validateApiKey,
  createEmbedToken,
  revokeEmbedToken,
  createSdkSession,
  logAuditEvent,
  queryAudit,
  getTenant,
  getDashboard,
  health,
  healthLive,
  healthReady,
];
