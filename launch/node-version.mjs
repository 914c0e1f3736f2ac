// Read by whatever Node is there: no syntax here that an old one would stumble over before it could say so.

/** Ends the process with a clear line where Node is too old for what follows. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error('Tamga needs Node 20.19 or newer; this is ' + process.versions.node + '.');
  process.exit(1);
}
