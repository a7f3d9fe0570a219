/** What an API key may be used for. */
export const KEY_SCOPES = ['read', 'write', 'admin'] as const;

/** How the list of keys can be ordered. */
export const KEY_SORTS = ['created_at', '-created_at', 'name', '-name', 'last_used_at', '-last_used_at'] as const;
