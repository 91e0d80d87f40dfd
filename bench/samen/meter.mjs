// Loaded before the server in each server process alike: answers what it has used when the bench asks.
process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, rss, heap: heapUsed });
});
// It is no reason for a server to stay when it stops.
process.channel.unref();
