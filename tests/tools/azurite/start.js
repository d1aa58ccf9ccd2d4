// Azurite that ends with whoever started it: when that process is gone, its end of standard input is closed.
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
process.stdin.resume();
require("azurite/dist/src/azurite");
