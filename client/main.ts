/** The start of the client: `<rt-app>` in index.html comes to life here, and loads each screen when it is asked for. */
import './app/app.ts';
