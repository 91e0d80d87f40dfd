// The product as built, with as many people as there are screens. Who sets the tables does so for hundreds of people, so
// commands have another bound; what is measured asks far less.
import { belast } from '../samen/belast.mjs';

const { luister } = await belast({ grenzen: { opdrachtenPerMinuut: 60_000 } });
await luister();
