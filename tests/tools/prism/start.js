// Prism, gone when its parent is: node start.js proxy SPEC UPSTREAM --errors --port N
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
require("@stoplight/prism-cli/dist/index.js");
