// graphology finds in graph.graphml every node and edge, with every attribute: node read_graphml.mjs FOLDER
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { MultiDirectedGraph } = require("graphology");
const { parse } = require("graphology-graphml/node");

const xml = readFileSync(`${process.argv[2]}/graph.graphml`, "utf-8");
const graph = parse(MultiDirectedGraph, xml);
const count = (pattern) => (xml.match(pattern) ?? []).length;
let attributes = 0;
graph.forEachNode((_, data) => (attributes += Object.keys(data).length));
graph.forEachEdge((_, data) => (attributes += Object.keys(data).length));
const found = [graph.order, graph.size, attributes];
const written = [count(/<node /g), count(/<edge /g), count(/<data /g)];
console.log(`graphology: nodes, edges, attributes ${found} of ${written}`);
if (found.some((n, i) => n < written[i])) process.exit(1);
