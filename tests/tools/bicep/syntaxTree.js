// Reads Bicep from standard input, as JSON: [[file name, text], …]. Prints the syntax tree of each, as JSON:
// [type, start, end, missing, children], positions in UTF-16 units, punctuation and comments included.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Language, Parser } from "web-tree-sitter";

await Parser.init();
const grammar = fileURLToPath(import.meta.resolve("tree-sitter-bicep/tree-sitter-bicep.wasm"));
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const plain = (node) => [node.type, node.startIndex, node.endIndex, node.isMissing, node.children.map(plain)];

// The grammar knows no parameter files. Their assignments are read as variables, with two blanks more to keep positions.
const readable = (name, text) =>
  name.endsWith(".bicepparam") ? text.replace(/^param(?= \w+ = )/gm, "var  ") : text;

const files = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(files.map(([name, text]) => plain(parser.parse(readable(name, text)).rootNode))));
