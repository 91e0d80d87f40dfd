import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

// Once, before any schema is made: gives zod schemas `.openapi()`, from which openapi.json is generated.
extendZodWithOpenApi(z);

export { z };
