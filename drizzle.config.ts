import { defineConfig } from 'drizzle-kit';

/** For `npm run migratie`: writes to migrations/ what server/database/schema.ts changed. That folder only grows. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './server/database/schema.ts',
  out: './migrations',
  // The same as where the database is opened (server/database/database.ts), or names would differ.
  casing: 'snake_case',
});
