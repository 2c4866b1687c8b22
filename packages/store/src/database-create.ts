// The program that makes a new database in an empty folder and ends: started by database.ts, for the memory that it takes.
import { opened } from './database.ts';

// Whoever wanted it is gone: nobody will give it its name.
process.stdin.on('close', () => process.exit(1)).resume();
const { db } = await opened(process.argv[2] ?? '');
await db.destroy();
process.exit();
