// The platform's published types as judges of values: schemas made from the declarations of its two packages.
// The generator brings a compiler of its own: ours has no interface for programs.
import path from 'node:path';
import { Ajv } from 'ajv';
import { createGenerator, type SchemaGenerator } from 'ts-json-schema-generator';

type PublishedPackage = 'qovery-typescript-axios' | 'qovery-ws-typescript-axios';
/** Whether a value is of a published type: what is wrong with it, in words; none: it is. */
type Judge = (value: unknown) => readonly string[];

const generators = new Map<PublishedPackage, SchemaGenerator>(); // reading a package's declarations takes seconds: once each
function generatorOf(name: PublishedPackage): SchemaGenerator {
  const made =
    generators.get(name) ??
    createGenerator({
      path: path.resolve(import.meta.dirname, `../../node_modules/${name}/dist/api.d.ts`),
      skipTypeCheck: true,
      additionalProperties: true,
      jsDoc: 'none',
    });
  generators.set(name, made);
  return made;
}

/** The same schema, but nothing is missing from anything: for replies of which we only serve what is read. */
function withoutRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequired);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => key !== 'required' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutRequired(value)]));
}

/** The judge of one published type; `isPart`: fields may be missing, those that are there must be right. */
export function judgeOf(name: PublishedPackage, type: string, isPart = false): Judge {
  const schema: unknown = generatorOf(name).createSchema(type);
  const validate = new Ajv({ strict: false }).compile((isPart ? withoutRequired(schema) : schema) as object /* a schema is one */);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map((error) => `${type}${error.instancePath}: ${error.message}`));
}
